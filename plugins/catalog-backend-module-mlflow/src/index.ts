/**
 * Reads the models of MLflow registries into the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleMlflow as default } from './module';
