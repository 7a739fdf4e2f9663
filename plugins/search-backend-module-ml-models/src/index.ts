/**
 * Makes models and deployments found in Backstage search by what their model
 * card says.
 *
 * @packageDocumentation
 */
export { searchModuleMlModels as default } from './module';
export { transformMlEntity, type MlEntityDocument } from './transformMlEntity';
