import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  mlMaturity?: {
    /**
     * Rubrics by id. Without it the default rubrics `mlops` and
     * `language-models` are in force.
     */
    rubrics?: {
      [id: string]: {
        /**
         * Where the rubric is: `default:<id>` for one that the plugin ships, or
         * an address that the portal's integrations or `backend.reading.allow`
         * let it read.
         */
        source?: string;
        /** The rubric itself, in place of `source`. */
        document?: { [key: string]: unknown };
        /**
         * What differs from `source` or `document`: `checks`, `levels`,
         * `categories`, `phases` and `tracks` as lists whose entries are merged
         * by their id or level, and `removeChecks` with ids to leave out.
         */
        extend?: { [key: string]: unknown };
        /** Whether the rubric is in force; true without it. */
        enabled?: boolean;
      };
    };

    /** Track of models that name none and whose owner group names none. */
    defaultTrack?: string;

    /** When all entities are looked at again. Every hour without it. */
    schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

    /** How often rubrics from addresses are read again. Every 10 minutes without it. */
    rubricRefresh?: HumanDuration | string;

    facts?: {
      /** `spec.type` of components that an orchestrator runs. */
      orchestratorTypes?: string[];
    };

    repository?: {
      /** Repositories read at once; 4 without it. */
      concurrency?: number;
      /** The most repositories read in a minute; 120 without it. */
      perMinute?: number;
      /** How often a failed read is tried again; 2 without it. */
      retries?: number;
      /**
       * Folders on the backend's disk below which entities that were read from
       * files have their repositories. None without it.
       */
      localRoots?: string[];
    };

    attestations?: {
      /**
       * Who may answer, among those whom the permission `mlMaturity.attest`
       * lets: `owners` of the entity, or `anyone`. `owners` without it.
       */
      by?: 'owners' | 'anyone';
    };

    waivers?: {
      /** Whether who asks for a waiver may approve it too; false without it. */
      selfApproval?: boolean;
      /** The longest time of a waiver in days; 366 without it. */
      maxDays?: number;
    };

    /** How long before an answer or a waiver expires its owner is told; 14 days without it. */
    remindBefore?: HumanDuration | string;

    retention?: {
      /** How long events are kept; 2 years without it. */
      events?: HumanDuration | string;
      /** How long daily points are kept; 3 years without it. */
      history?: HumanDuration | string;
    };
  };
}
