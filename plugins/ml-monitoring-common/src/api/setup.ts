import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import type {
  DataHealth,
  ModelHealth,
  ServiceHealth,
  SourceAnswer,
  SourceResult,
} from './types';

/** A column of an inference log, as its file says. @public */
export interface FoundColumn {
  name: string;
  /** Type in the log's own words, such as `DOUBLE`. */
  type: string;
  /** What it is taken for, such as `timestamp` or `feature`. */
  role?: string;
  /** Such as a few distinct values; only for those who may see rows. */
  examples?: string[];
  missingShare?: number;
}

/** What a source finds for a deployment that has no monitoring yet. @public */
export interface Discovery extends SourceAnswer {
  /** Where it was found, such as `flight-delay/production/*.parquet` or `kserve at prometheus main`. */
  location: string;
  columns?: FoundColumn[];
  metrics?: { name: string; help?: string; series: number }[];
  /** What would be in the entity. */
  proposal: MlMonitoringSpec;
}

/** What was found, and what would be in the entity. @public */
export interface SetupAnswer {
  entityRef: string;
  discoveries: SourceResult<Discovery>[];
  /** All proposals together; without any nothing was found. */
  proposal?: MlMonitoringSpec;
  /** `proposal` as YAML to commit. */
  yaml?: string;
}

/** Settings tried out on real data before they are committed. @public */
export interface PreviewRequest {
  monitoring: MlMonitoringSpec;
  window?: string;
  from?: string;
  to?: string;
}

/** What the panels would show. @public */
export interface PreviewAnswer {
  service: SourceResult<ServiceHealth>[];
  data: SourceResult<DataHealth>[];
  model: SourceResult<ModelHealth>[];
}
