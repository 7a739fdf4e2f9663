import { HumanDuration } from '@backstage/types';

export interface Config {
  mlMonitoring?: {
    /** What tokens of language models cost, by model version or name of a model. */
    prices?: {
      [versionOrModel: string]: {
        /** Price of a million tokens of input. */
        input: number;
        /** Price of a million tokens of output. */
        output: number;
        /** ISO 4217 code; USD without it. */
        currency?: string;
      };
    };
    duckdb?: {
      /**
       * Where inference logs may be read: nothing that an entity names outside
       * of these is. Relative paths in entities are looked for in their order.
       */
      roots?: Array<{
        /** How readers are told of it; its path or address without it. */
        name?: string;
        /** Folder on the backend's disk, relative to where the backend runs. */
        path?: string;
        /**
         * `s3://bucket/prefix/`, `gs://bucket/prefix/` or
         * `https://host/prefix/`, in place of `path`. Needs DuckDB's extension
         * `httpfs`.
         */
        url?: string;
        /** For `s3://` and `gs://` (HMAC keys). Anonymous without it. */
        credentials?: {
          keyId?: string;
          /** @visibility secret */
          secret?: string;
          /** @visibility secret */
          sessionToken?: string;
          region?: string;
          /** Host of a store that is not the provider's own, such as `minio.example:9000`. */
          endpoint?: string;
          urlStyle?: 'path' | 'vhost';
          /** Whether the endpoint is asked by https; true without it. */
          useSsl?: boolean;
          /**
           * For `https://`.
           * @visibility secret
           */
          bearerToken?: string;
        };
      }>;
      /** The most memory of all queries together, such as `1GB`, which it is without it. */
      memoryLimit?: string;
      /** Threads of all queries together; one a core without it. */
      threads?: number;
      /** Folder for what does not fit into memory; one of its own below the system's without it. */
      tempDirectory?: string;
      /** The most of the disk for that, such as `4GB`, which it is without it. */
      maxTempDirectorySize?: string;
      /** The longest that one query may take; 30 seconds without it. */
      timeout?: HumanDuration | string;
      /** Queries at once; others wait in turns. 4 without it. */
      maxConcurrentQueries?: number;
      /** Refuses a question about more rows of Parquet files. No limit without it. */
      maxRowsRead?: number;
      /** The most files of one log; 10,000 without it. */
      maxFiles?: number;
      /** Answers kept in memory; 500 without it. */
      cacheEntries?: number;
      /** Where DuckDB's extensions are; DuckDB's own folder without it. */
      extensionDirectory?: string;
      /** Whether a missing extension is fetched from DuckDB's site at start; false without it. */
      installExtensions?: boolean;
    };
  };
}
