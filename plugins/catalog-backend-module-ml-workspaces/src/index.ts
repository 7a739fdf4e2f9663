/**
 * Reads the entities of local git repositories into the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleMlWorkspaces as default } from './module';
