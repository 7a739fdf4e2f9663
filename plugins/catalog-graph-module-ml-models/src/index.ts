/**
 * Draws the relations of models and deployments in the catalog graph.
 *
 * @packageDocumentation
 */
export { catalogGraphModuleMlModels as default } from './module';
export { mlModelRelationPairs } from './relations';
