import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  mlMonitoring?: {
    /** When deployments are looked at for windows that are due. Every minute without it, for at most 5 minutes. */
    schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

    /**
     * The windows over which checks are evaluated, by group: `service` (an
     * hour, each hour; 24 hours back at first), `invariants` of the data (a
     * day, every 6 hours; 7 days back), `drift` (7 days, each day; 14 days
     * back) and `model` quality (7 days, each day; 14 days back, and by the
     * label delay of the deployment later).
     */
    windows?: {
      [group in 'service' | 'invariants' | 'drift' | 'model']?: {
        /** Length of a window. */
        window?: HumanDuration | string;
        /** How often a window ends, at whole steps since 1970 in UTC. */
        step?: HumanDuration | string;
        /** How far back windows go that were never evaluated or were missed. */
        backfill?: HumanDuration | string;
      };
    };

    /**
     * How long there may be no data, such as in a night without requests,
     * before a status that was known is unknown; 6 hours without it.
     */
    silence?: HumanDuration | string;

    /** Limits of figures by task; those of an entity come first, the defaults last. */
    thresholds?: {
      [task in
        | 'classification'
        | 'regression'
        | 'generation'
        | 'other']?: Array<{
        /** Such as `error_ratio`, `latency_p95`, `psi` or `roc_auc`. */
        metric: string;
        /** The feature that it is for; every feature without it. */
        feature?: string;
        /** The variant that it is for; every variant without it. */
        variant?: string;
        /** From here on it warns. */
        warning?: number;
        /** From here on it is critical. */
        critical?: number;
        /** The bad side of the limits; `above` without it. */
        direction?: 'above' | 'below';
        /** How many windows in a row must break it; 2 without it. */
        windows?: number;
      }>;
    };

    /** Deployments evaluated at once; 4 without it. */
    concurrency?: number;

    timeouts?: {
      /** How long a source may take for a page; 30 seconds without it. */
      panel?: HumanDuration | string;
      /** How long it may take for an evaluation; 2 minutes without it. */
      evaluation?: HumanDuration | string;
    };

    limits?: {
      /** The longest period that may be asked for; 90 days without it. */
      maxWindow?: HumanDuration | string;
      /** The most points of a series that may be asked for; 1000 without it. */
      maxPoints?: number;
    };

    mutes?: {
      /**
       * Who may mute, among those whom the permission `mlMonitoring.mute`
       * lets: `owners` of the deployment, or `anyone`. `owners` without it.
       */
      by?: 'owners' | 'anyone';
      /** The longest time of a mute in days; 90 without it. */
      maxDays?: number;
    };

    retention?: {
      /** How long changes of status are kept; 2 years without it. */
      changes?: HumanDuration | string;
      /** How long the hourly status is kept; 90 days without it. */
      hours?: HumanDuration | string;
    };
  };
}
