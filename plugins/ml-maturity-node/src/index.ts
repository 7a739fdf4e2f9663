/**
 * Extension points of the maturity plugin.
 *
 * @packageDocumentation
 */
export * from './FactCollector';
export * from './extensions';
