/**
 * Shared look and components of the Airworthy plugins.
 *
 * @packageDocumentation
 */
export * from './charts';
export * from './columns';
export * from './csv';
export * from './facts';
export * from './filters';
export * from './format';
export * from './links';
export * from './loading';
export * from './metrics';
export * from './status';
export * from './traffic';
