import { ModelBrief } from '@airworthy/plugin-ml-maturity-common';
import { PortfolioRow } from './PortfolioRow';

/** What lists show of a model. */
export function briefOf({ entityRef, entity }: PortfolioRow): ModelBrief {
  const { name, title, owner, system } = entity;
  return { entityRef, name, title, owner, system };
}
