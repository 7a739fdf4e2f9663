import {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import { HumanDuration, JsonObject } from '@backstage/types';

/** One rubric of app-config. */
export interface RubricConfig {
  id: string;
  source?: string;
  document?: JsonObject;
  extend?: JsonObject;
}

/** The plugin's part of app-config. */
export interface MlMaturityConfig {
  rubrics: RubricConfig[];
  defaultTrack?: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  rubricRefresh: HumanDuration;
  orchestratorTypes: string[];
  repository: {
    concurrency: number;
    perMinute: number;
    retries: number;
    localRoots: string[];
  };
  attestations: { by: 'owners' | 'anyone' };
  waivers: { selfApproval: boolean; maxDays: number };
  remindBefore: HumanDuration;
  retention: { events: HumanDuration; history: HumanDuration };
  /** How the code hosts of the portal write addresses. */
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
}

const DEFAULT_RUBRICS: RubricConfig[] = [
  { id: 'mlops', source: 'default:mlops' },
  { id: 'language-models', source: 'default:language-models' },
];

// How the orchestrators' own documentation and catalogs name what they run.
const ORCHESTRATOR_TYPES = [
  'airflow-dag',
  'argo-workflow',
  'azure-ml-pipeline',
  'dagster-job',
  'databricks-job',
  'flyte-workflow',
  'kedro-pipeline',
  'kubeflow-pipeline',
  'metaflow-flow',
  'prefect-flow',
  'sagemaker-pipeline',
  'tekton-pipeline',
  'vertex-pipeline',
  'zenml-pipeline',
];

function durationOr(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): HumanDuration {
  return config?.has(key) ? readDurationFromConfig(config, { key }) : fallback;
}

function countOr(
  config: Config | undefined,
  key: string,
  fallback: number,
  from: number,
): number {
  const value = config?.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < from) {
    throw new InputError(
      `mlMaturity.${key}: expected a whole number from ${from}, was ${value}`,
    );
  }
  return value;
}

function readAttestationsBy(config: Config | undefined): 'owners' | 'anyone' {
  const by = config?.getOptionalString('attestations.by') ?? 'owners';
  if (by !== 'owners' && by !== 'anyone') {
    throw new InputError(
      `mlMaturity.attestations.by: expected "owners" or "anyone", was "${by}"`,
    );
  }
  return by;
}

function readRubric(id: string, config: Config): RubricConfig | undefined {
  if (config.getOptionalBoolean('enabled') === false) return undefined;
  const source = config.getOptionalString('source');
  const document = config.getOptional<JsonObject>('document');
  if (source === undefined && document === undefined) {
    const known = DEFAULT_RUBRICS.find(rubric => rubric.id === id);
    if (!known) {
      throw new InputError(
        `mlMaturity.rubrics.${id}: expected a source or a document, was neither`,
      );
    }
    return { ...known, extend: config.getOptional<JsonObject>('extend') };
  }
  if (source !== undefined && document !== undefined) {
    throw new InputError(
      `mlMaturity.rubrics.${id}: expected a source or a document, was both`,
    );
  }
  return {
    id,
    source,
    document,
    extend: config.getOptional<JsonObject>('extend'),
  };
}

function readRubrics(config: Config | undefined): RubricConfig[] {
  const rubrics = config?.getOptionalConfig('rubrics');
  if (!rubrics) return DEFAULT_RUBRICS;
  return rubrics
    .keys()
    .flatMap(id => readRubric(id, rubrics.getConfig(id)) ?? []);
}

/**
 * Reads the plugin's part of app-config.
 *
 * @throws InputError that names the key, what was expected and what was there.
 */
export function readMlMaturityConfig(
  root: RootConfigService,
): MlMaturityConfig {
  const config = root.getOptionalConfig('mlMaturity');
  return {
    rubrics: readRubrics(config),
    integrations: ScmIntegrations.fromConfig(root),
    defaultTrack: config?.getOptionalString('defaultTrack'),
    schedule: config?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : {
          frequency: { hours: 1 },
          timeout: { minutes: 20 },
          initialDelay: { seconds: 10 },
        },
    rubricRefresh: durationOr(config, 'rubricRefresh', { minutes: 10 }),
    orchestratorTypes:
      config?.getOptionalStringArray('facts.orchestratorTypes') ??
      ORCHESTRATOR_TYPES,
    repository: {
      concurrency: countOr(config, 'repository.concurrency', 4, 1),
      perMinute: countOr(config, 'repository.perMinute', 120, 1),
      retries: countOr(config, 'repository.retries', 2, 0),
      localRoots: config?.getOptionalStringArray('repository.localRoots') ?? [],
    },
    attestations: { by: readAttestationsBy(config) },
    waivers: {
      selfApproval: config?.getOptionalBoolean('waivers.selfApproval') ?? false,
      maxDays: countOr(config, 'waivers.maxDays', 366, 1),
    },
    remindBefore: durationOr(config, 'remindBefore', { days: 14 }),
    retention: {
      events: durationOr(config, 'retention.events', { years: 2 }),
      history: durationOr(config, 'retention.history', { years: 3 }),
    },
  };
}
