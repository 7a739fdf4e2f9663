/**
 * Extension points of the maturity plugin.
 *
 * @packageDocumentation
 */
export * from './FactCollector';
export * from './FactHistorySource';
export * from './extensions';
