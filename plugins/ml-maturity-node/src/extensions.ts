import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { FactCollector } from './FactCollector';

/** Where modules add fact collectors. @public */
export interface MlMaturityFactsExtensionPoint {
  /** Adds collectors; each must have an id of its own. */
  addCollectors(...collectors: FactCollector[]): void;
}

/** Where modules add fact collectors. @public */
export const mlMaturityFactsExtensionPoint =
  createExtensionPoint<MlMaturityFactsExtensionPoint>({
    id: 'ml-maturity.facts',
  });
