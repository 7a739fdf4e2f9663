/**
 * Scaffolder actions for maturity.
 *
 * @packageDocumentation
 */
export { scaffolderModuleMlMaturity as default } from './module';
