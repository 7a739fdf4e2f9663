/**
 * Gives models and deployments their icons in the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleMlModels as default } from './module';
export { mlModelKindIcons } from './kindIcons';
