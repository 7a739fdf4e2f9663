import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { RegistryMapping } from '@airworthy/plugin-ml-models-common';

/** How a registry is reached. @public */
export interface RegistryHttpConfig {
  baseUrl: URL;
  auth?:
    | { kind: 'bearer'; token: string }
    | { kind: 'basic'; username: string; password: string };
  headers: Record<string, string>;
  /** Of one attempt as a whole. */
  timeoutMs: number;
  concurrency: number;
  retries: number;
  /** Before the first retry; twice as long before each further one. */
  retryDelayMs: number;
  maxBodyBytes: number;
  /** Certificate authorities in PEM, in place of those that Node trusts. */
  ca?: string;
}

/** When entities of what a registry no longer lists are removed. @public */
export interface RegistryRemovalConfig {
  /** How long a model must be missing. */
  graceMs: number;
  rejectEmptySourceCollections: boolean;
  rejectRemovalsAbovePercentage: number;
}

/** What all providers of registries are told by app-config. @public */
export interface RegistryProviderConfig {
  /** Its name in app-config. */
  instance: string;
  http: RegistryHttpConfig;
  /** Of the sweep over all models. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Of the look at what changed, where the registry can tell. */
  incrementalSchedule?: SchedulerServiceTaskScheduleDefinition;
  /** After how long a model is read again though it seems unchanged. */
  refreshAfterMs: number;
  removal: RegistryRemovalConfig;
  mapping: RegistryMapping;
}
