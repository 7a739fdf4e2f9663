/**
 * Extension points of the maturity plugin, and what modules of it share.
 *
 * @packageDocumentation
 */
export * from './FactCollector';
export * from './FactHistorySource';
export * from './extensions';
export * from './evaluation/DeploymentListener';
