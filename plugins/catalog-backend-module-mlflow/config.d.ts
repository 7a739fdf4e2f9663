import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

/**
 * A template such as `group:default/{{ tags.team | slug }}`, or a list of which
 * the first counts whose predicate holds and whose fields have values.
 */
type Rules =
  | string
  | Array<{
      /** Predicate of `@backstage/filter-predicates` on the fields of a model; without it for all. */
      if?: object;
      /** Template; its filters are `slug` and `lower`. */
      value: string;
    }>;

interface MlflowProvider {
  /** Address up to `/api/2.0`. No other is ever fetched. */
  baseUrl: string;
  /** Address of MLflow's own pages, where it is another one. */
  uiUrl?: string;
  auth?: {
    /**
     * Bearer token.
     * @visibility secret
     */
    token?: string;
    /** User name of basic authentication, in place of a token. */
    username?: string;
    /** @visibility secret */
    password?: string;
  };
  /**
   * Sent with every request, such as a workspace's.
   * @deepVisibility secret
   */
  headers?: { [name: string]: string };
  /** Certificate authorities in PEM (`$file`), in place of those that Node trusts. */
  ca?: string;
  /** How long an answer may take; 30 seconds without it. */
  timeout?: HumanDuration | string;
  /** Requests at once; 8 without it. */
  concurrency?: number;
  /** How often a request is made again after failures that pass; 4 without it. */
  retries?: number;
  /** Wait before the first of these, and twice as long before each further one; 1 second without it. */
  retryDelay?: HumanDuration | string;
  /** The longest answer that is read; 32 MB without it. */
  maxResponseMegabytes?: number;

  /** Sweeps over all models; hourly without it, for at most 20 minutes. */
  schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
  /** Looks at what changed between sweeps; each 5 minutes without it. */
  incrementalSchedule?: SchedulerServiceTaskScheduleDefinitionConfig | false;
  /**
   * After how long at most a model is read in full though its list shows no
   * change, since MLflow lists no figures and no tags of versions; 7 days
   * without it.
   */
  refreshAfter?: HumanDuration | string;

  filters?: {
    /** Search expression of MLflow, such as `name LIKE 'prod-%'` or `tags.published = 'true'`. */
    search?: string;
    /** Predicate on `name`, `description`, `tags`, `tagNames` and `aliases`. */
    match?: object;
  };

  /** When entities of models that MLflow no longer lists are removed. */
  removal?: {
    /** How long a model must be missing; 24 hours without it. */
    gracePeriod?: HumanDuration | string;
    /** Remove nothing where MLflow lists no models at all; true without it. */
    rejectEmptySourceCollections?: boolean;
    /** Remove nothing where more models are missing than this share; 50 without it. */
    rejectRemovalsAbovePercentage?: number;
  };

  /** How models become entities. */
  mapping?: {
    namespace?: Rules;
    /** The name of the model without it, in letters that are legal. */
    name?: Rules;
    title?: Rules;
    owner?: Rules;
    system?: Rules;
    /** By stages and well-known aliases without it. */
    lifecycle?: Rules;
    /** The task; that of the model's flavour without it. */
    type?: Rules;
    framework?: Rules;
    license?: Rules;
    /** Every rule that holds adds a tag; tags without a value without it. */
    tags?: Rules;
    /** Every rule that holds adds a reference, once for each `dataset` of the runs. */
    dependsOn?: Rules;
    trainedBy?: Rules;
  };
}

export interface Config {
  catalog?: {
    providers?: {
      /** One MLflow registry, or several by name. */
      mlflow?: MlflowProvider | { [name: string]: MlflowProvider };
    };
  };
}
