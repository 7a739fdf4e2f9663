import type { MlModelCard } from '../kinds/MlModel';
import type { MetricDirection } from '../model/metrics';

/** One registry of app-config. @public */
export interface RegistryRef {
  /** Which product it is, such as `mlflow`. */
  type: string;
  /** Its name in app-config. */
  instance: string;
}

/** One evaluation figure as a registry tells it. @public */
export interface RegistryMetric {
  name: string;
  value: number;
  unit?: string;
  direction?: MetricDirection;
  /** What it was measured on. */
  dataset?: string;
  slice?: string;
  /** Where the figure was published. */
  source?: string;
}

/** A dataset that a version was trained or evaluated on. @public */
export interface RegistryDataset {
  name: string;
  /** Version of the data as its store names it. */
  digest?: string;
  /** What it was used for, such as `training`. */
  role?: string;
  /** Where the data lie. */
  source?: string;
}

/** Column of a signature. @public */
export interface RegistryColumn {
  name: string;
  type: string;
  required?: boolean;
}

/** One version of a model as a registry tells it. @public */
export interface RegistryVersion {
  version: string;
  /** Text that differs once the registry changed the version. */
  revision?: string;
  aliases?: string[];
  /** Stage of registries that have such, such as `Production`. */
  stage?: string;
  createdAt?: string;
  description?: string;
  /** Where the artefact lies. */
  source?: string;
  /** Page of the version in the registry. */
  url?: string;
  tags?: Record<string, string>;
  run?: { id?: string; url?: string; commit?: string };
  metrics?: RegistryMetric[];
  parameters?: Record<string, string | number | boolean>;
  signature?: { inputs: RegistryColumn[]; outputs?: RegistryColumn[] };
  datasets?: RegistryDataset[];
}

/**
 * A model as any registry tells it, before it becomes an entity. Texts are as
 * the registry holds them: the mapping makes them legal.
 *
 * @public
 */
export interface RegistryModel {
  registry: RegistryRef;
  /** What the registry calls it, unique in that registry. */
  id: string;
  /** Name for people. */
  name: string;
  /** Its page in the registry. */
  url?: string;
  description?: string;
  /** Tags with their value; empty where the registry's tags have none. */
  tags?: Record<string, string>;
  /** Who may answer for it: users or groups that the registry names. */
  ownerHints?: string[];
  task?: string;
  library?: string;
  license?: string;
  /** Number of parameters. */
  parameters?: number;
  /** Id, in this registry, of the model that it was made from. */
  baseModel?: string;
  primaryMetric?: string;
  modelCard?: MlModelCard;
  createdAt?: string;
  updatedAt?: string;
  versions?: RegistryVersion[];
}
