import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { FactCollector } from './FactCollector';
import { FactHistorySource } from './FactHistorySource';

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

/** Where modules add the past of entities. @public */
export interface MlMaturityHistoryExtensionPoint {
  /** Adds sources; each must have an id of its own. */
  addSources(...sources: FactHistorySource[]): void;
}

/** Where modules add the past of entities. @public */
export const mlMaturityHistoryExtensionPoint =
  createExtensionPoint<MlMaturityHistoryExtensionPoint>({
    id: 'ml-maturity.history',
  });
