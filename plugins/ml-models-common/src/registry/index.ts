export * from './RegistryModel';
export { registryEntityName, registryIdentityOf, registryKey } from './names';
export {
  registryMappingSchema,
  type RegistryMapping,
  type RegistryMappingRule,
} from './rules';
export {
  registryModelToEntity,
  type MappedRegistryModel,
  type RegistryMappingOptions,
} from './toMlModel';
