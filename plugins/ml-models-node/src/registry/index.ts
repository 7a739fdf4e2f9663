export * from './config/types';
export {
  readRegistryProviders,
  type ConfiguredRegistry,
} from './config/readRegistryProviders';
export { createRegistryProviders } from './createRegistryProviders';
export * from './database/RegistryHealth';
export type {
  RegistryRun,
  RegistryRunCounts,
  RegistryRunKind,
  RegistryRunStatus,
} from './database/RegistryRunStore';
export * from './http/RegistryClient';
export * from './http/RegistryError';
export {
  RegistryEntityProvider,
  registryProviderName,
  registryTaskId,
  type RegistryEntityProviderOptions,
} from './RegistryEntityProvider';
export * from './RegistrySource';
