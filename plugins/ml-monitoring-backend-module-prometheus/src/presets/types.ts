import {
  DriftFigureKind,
  DriftLimits,
  DriftTest,
} from '@airworthy/plugin-ml-monitoring-common';
import { QueryTemplate } from '../promql/template';

/** What durations are exported in. */
export type TimeUnit = 's' | 'ms' | 'us';

/** Milliseconds of a unit. */
export const MILLISECONDS: Record<TimeUnit, number> = {
  s: 1_000,
  ms: 1,
  us: 0.001,
};

/** A counter, under the names and with the labels that it may have; the first that there is. */
export interface CounterNames {
  metrics: string[];
  /** Conditions in PromQL, such as `code=~"5.."`; each is tried on every name. */
  where?: string[];
}

/** How a runtime tells how long requests take. */
export type LatencySource =
  | { kind: 'histogram'; metrics: string[]; unit: TimeUnit }
  | { kind: 'mean'; sum: string[]; count: string[]; unit: TimeUnit };

/** Quantiles that the instances compute themselves, so that the worst of them is all that can be told. */
export interface SummaryQuantiles {
  metrics: string[];
  unit: TimeUnit;
}

/** A runtime's metrics as data: everything that a query is made of. */
export interface RuntimeMetrics {
  /** What an entity calls it. */
  name: string;
  /** What people call it. */
  title: string;
  /** Conditions on every series, such as `reporter="destination"`. */
  where?: string;
  /** All requests, or those that went well where failures are counted apart. */
  requests: CounterNames;
  /** Absent where the runtime counts none. */
  errors?: CounterNames & {
    /** Whether requests leave them out. */
    apart?: boolean;
  };
  latency: LatencySource;
  /** Where quantiles can be had that `latency` lacks. */
  summary?: SummaryQuantiles;
  /** Gauges of the share of capacity in use. */
  saturation?: string[];
  generation?: {
    inputTokens: string[];
    outputTokens: string[];
    timeToFirstToken: { metrics: string[]; unit: TimeUnit };
    /** Histogram of the time between two tokens of an answer. */
    betweenTokens: { metrics: string[]; unit: TimeUnit };
    finishReasons: { metrics: string[]; label: string };
  };
  /** Label that tells variants apart. */
  variantLabel?: string;
  /** Label that tells the version of the model. */
  versionLabel?: string;
  /** Labels that may hold the deployment's or its model's name, and how they write it. */
  names: Record<string, string[]>;
  /** What it cannot tell, and what can. */
  cannot: string[];
}

/** A query whose value is a duration. */
export interface TimedQuery {
  query: QueryTemplate;
  unit: TimeUnit;
}

/** Queries about inputs: each answers one series a feature. */
export interface DataQueries {
  /** Label that holds the name of the feature. */
  featureLabel: string;
  /** How many rows the figures are of. */
  rows: QueryTemplate;
  missingShare?: QueryTemplate;
  nonFiniteShare?: QueryTemplate;
  outOfRangeShare?: QueryTemplate;
  unseenCategoryShare?: QueryTemplate;
  distinct?: QueryTemplate;
  drift?: {
    query: QueryTemplate;
    test: DriftTest;
    figure: DriftFigureKind;
    limits: DriftLimits;
  };
}

/** Queries about a generating model. */
export interface GenerationQueries {
  inputTokens?: QueryTemplate;
  outputTokens?: QueryTemplate;
  /** With `{{quantile}}`. */
  timeToFirstToken?: TimedQuery;
  tokensPerSecond?: QueryTemplate;
  finishReasons?: { query: QueryTemplate; label: string };
}

/** The queries of a preset, in the same form whether it is built in or of app-config. */
export interface PresetQueries {
  /** How many, within `{{window}}`. */
  requests?: QueryTemplate;
  /** How many of them failed. */
  errors?: QueryTemplate;
  /** With `{{quantile}}`. */
  latency?: TimedQuery;
  /** How many, within `{{window}}`, by `le`. */
  latencyBuckets?: TimedQuery;
  meanLatency?: TimedQuery;
  saturation?: QueryTemplate;
  /** Time of the newest sample, in seconds. */
  freshness?: QueryTemplate;
  generation?: GenerationQueries;
  data?: DataQueries;
  /** Figures of quality over time, by name. */
  model?: Record<string, { query: QueryTemplate; unit: string }>;
}

/** What is asked of a server for a deployment that names it. */
export interface Preset {
  name: string;
  title: string;
  variantLabel?: string;
  versionLabel?: string;
  queries: PresetQueries;
  /** What it cannot tell, said with every answer. */
  notices: string[];
  /** How deployments that do not name it are found. */
  discovery?: { metrics: string[]; names: Record<string, string[]> };
}
