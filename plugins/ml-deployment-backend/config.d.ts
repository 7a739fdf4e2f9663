import { HumanDuration } from '@backstage/types';

export interface Config {
  mlDeployment?: {
    workspaces?: {
      /**
       * The folder whose sub-folders are local git repositories, which
       * templates write without a code host; relative to the working
       * directory of the backend. Publishing there is off without it.
       */
      root?: string;
    };

    manifests?: {
      /**
       * Folders of the backend's own disk from which manifests of entities
       * from `file:` locations may be read, besides the root of the
       * workspaces. None without it.
       */
      localRoots?: string[];
    };

    review?: {
      /** The most often that a candidate which breaks a rule is promoted, however often it is looked at; 0.05 without it. */
      alpha?: number;
      /** Requests of each variant below which nothing is decided; 100 without it. */
      leastRequests?: number;
      /**
       * The longest period that is compared, counted back from now; 90 days
       * without it. No longer than `mlMonitoring.limits.maxWindow`.
       */
      maxWindow?: HumanDuration | string;
      /** How long monitoring may take to answer; 45 seconds without it. */
      timeout?: HumanDuration | string;
    };
  };
}
