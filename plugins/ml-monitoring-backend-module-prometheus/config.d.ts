import { HumanDuration } from '@backstage/types';

export interface Config {
  mlMonitoring?: {
    prometheus?: {
      /**
       * Servers that answer PromQL: Prometheus, Thanos, Mimir, VictoriaMetrics.
       * Entities name one by its name; the first is asked for those that name
       * none. No other address is ever fetched.
       */
      servers?: Array<{
        /** Lower-case letters and digits, with single hyphens between them. */
        name: string;
        /** Address up to `/api/v1`, such as `https://mimir.example.com/prometheus`. */
        url: string;
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
         * Sent with every request, such as `X-Scope-OrgID` with the tenant.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /** How long an answer may take; 30 seconds without it. */
        timeout?: HumanDuration | string;
        /** Requests at once; 8 without it. */
        concurrency?: number;
        /** `POST` without it; `GET` where a proxy lets nothing else through. */
        method?: 'GET' | 'POST';
        /** The most points of a series; 11000 without it, which is the most that Prometheus answers. */
        maxPoints?: number;
        /**
         * How often models are scraped; 30 seconds without it. Rates are told
         * over at least four times as long.
         */
        scrapeInterval?: HumanDuration | string;
      }>;

      /**
       * Queries by the name under which entities ask for them; a name of a
       * preset that is built in takes its place. In queries these are filled
       * in: `{{selector}}` (the labels of the deployment, between the braces of
       * a metric), `{{window}}`, `{{step}}`, `{{by}}` (labels to group by),
       * `{{variantLabel}}` and `{{quantile}}`.
       */
      presets?: {
        [name: string]: {
          title?: string;
          /** Label that tells variants apart. */
          variantLabel?: string;
          /** Label that tells the version of the model. */
          versionLabel?: string;
          /** What readers should know, such as what cannot be told. */
          notices?: string[];
          /** How many requests, within `{{window}}`. */
          requests?: string;
          /** How many of them failed. */
          errors?: string;
          /** Quantile `{{quantile}}` of the latency. */
          latency?: string;
          /** Increase of the buckets of the latency by `le`, for comparisons with intervals. */
          latencyBuckets?: string;
          /** Mean latency, where there are no quantiles. */
          meanLatency?: string;
          /** `s` without it. */
          latencyUnit?: 's' | 'ms' | 'us';
          /** Share of capacity in use, 0 to 1. */
          saturation?: string;
          /** Time of the newest sample, in seconds since 1970. */
          freshness?: string;
          /** What a language model generates. */
          generation?: {
            inputTokens?: string;
            outputTokens?: string;
            /** Quantile `{{quantile}}`. */
            timeToFirstToken?: string;
            /** `s` without it. */
            timeToFirstTokenUnit?: 's' | 'ms' | 'us';
            tokensPerSecond?: string;
            /** How many requests by reason. */
            finishReasons?: string;
            /** `finished_reason` without it. */
            finishReasonLabel?: string;
          };
          /** Figures of the inputs, one series a feature. */
          data?: {
            /** Label that holds the name of the feature; it is in `{{by}}`. */
            featureLabel: string;
            /** How many rows the figures are of. */
            rows: string;
            missingShare?: string;
            nonFiniteShare?: string;
            outOfRangeShare?: string;
            unseenCategoryShare?: string;
            distinct?: string;
            drift?: {
              query: string;
              /** Which test it is a figure of, such as `psi`. */
              test:
                | 'psi'
                | 'jensen-shannon'
                | 'kullback-leibler'
                | 'hellinger'
                | 'l-infinity'
                | 'kolmogorov-smirnov'
                | 'wasserstein'
                | 'chi-square'
                | 'z-test';
              /** `distance` without it; small values of `p-value` mean drift. */
              figure?: 'distance' | 'statistic' | 'p-value';
              warning?: number;
              critical?: number;
            };
          };
          /** Figures of quality over time, by their name, such as `accuracy`. */
          model?: {
            [metric: string]: { query: string; unit?: string };
          };
          /** How deployments without monitoring are found. */
          discovery?: {
            /** Counters that tell that there is something to watch. */
            metrics: string[];
            /** Labels that may hold a name, and how: `{name}` is that of the deployment or model. */
            names: { [label: string]: string[] };
          };
        };
      };
    };

    alertmanager?: {
      /** Servers that answer alerts; the first is asked for entities that name none. */
      servers?: Array<{
        /** Lower-case letters and digits, with single hyphens between them. */
        name: string;
        /** Address up to `/api/v2`. */
        url: string;
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
         * Sent with every request.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /** How long an answer may take; 30 seconds without it. */
        timeout?: HumanDuration | string;
        /** Requests at once; 8 without it. */
        concurrency?: number;
      }>;
    };
  };
}
