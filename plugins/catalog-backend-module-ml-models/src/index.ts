/**
 * The kinds `MlModel` and `MlDeployment` for the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleMlModels as default } from './module';
