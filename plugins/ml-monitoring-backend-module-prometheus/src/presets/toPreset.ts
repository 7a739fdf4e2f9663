import { QueryTemplate, parseTemplate } from '../promql/template';
import {
  CounterNames,
  GenerationQueries,
  LatencySource,
  Preset,
  PresetQueries,
  RuntimeMetrics,
  TimeUnit,
  TimedQuery,
} from './types';

/** The first of several queries that has an answer. */
function firstOf(queries: string[]): QueryTemplate {
  return parseTemplate(queries.join(' or '));
}

function series(metric: string, ...where: (string | undefined)[]): string {
  return `${metric}{${[...where.filter(Boolean), '{{selector}}'].join(', ')}}`;
}

function increases(
  { metrics, where = [''] }: CounterNames,
  common: string | undefined,
  by = '{{by}}',
): string[] {
  return metrics.flatMap(metric =>
    where.map(
      condition =>
        `sum by (${by}) (increase(${series(
          metric,
          common,
          condition,
        )}[{{window}}]))`,
    ),
  );
}

function quantiles(
  metrics: string[],
  unit: TimeUnit,
  common: string | undefined,
): TimedQuery {
  return {
    unit,
    query: firstOf(
      metrics.map(
        metric =>
          `histogram_quantile({{quantile}}, sum by (le, {{by}}) (rate(${series(
            `${metric}_bucket`,
            common,
          )}[{{window}}])))`,
      ),
    ),
  };
}

function ratio(over: string, under: string): string {
  return `${over} / ${under}`;
}

function meanOf(
  latency: LatencySource,
  common: string | undefined,
): TimedQuery {
  const [sums, counts] =
    latency.kind === 'histogram'
      ? [
          latency.metrics.map(metric => `${metric}_sum`),
          latency.metrics.map(metric => `${metric}_count`),
        ]
      : [latency.sum, latency.count];
  const over = increases({ metrics: sums }, common);
  const under = increases({ metrics: counts }, common);
  return {
    unit: latency.unit,
    query: firstOf(over.map((query, i) => ratio(query, under[i]))),
  };
}

/** Failures that are counted apart belong to the requests too. */
function requestsOf({ requests, errors, where }: RuntimeMetrics) {
  const counted = increases(requests, where);
  if (!errors?.apart) return firstOf(counted);
  const failed = increases(errors, where);
  return firstOf([
    ...counted.map((query, i) => `(${query} + ${failed[i]})`),
    ...counted,
    // Nothing but failures.
    ...failed,
  ]);
}

function generationOf({
  generation,
  where,
}: RuntimeMetrics): GenerationQueries | undefined {
  if (!generation) return undefined;
  const { timeToFirstToken, betweenTokens, finishReasons } = generation;
  const per = meanOf({ kind: 'histogram', ...betweenTokens }, where);
  return {
    inputTokens: firstOf(increases({ metrics: generation.inputTokens }, where)),
    outputTokens: firstOf(
      increases({ metrics: generation.outputTokens }, where),
    ),
    timeToFirstToken: quantiles(
      timeToFirstToken.metrics,
      timeToFirstToken.unit,
      where,
    ),
    tokensPerSecond: parseTemplate(`1 / (${per.query.source})`),
    finishReasons: {
      query: firstOf(
        increases(
          { metrics: finishReasons.metrics },
          where,
          finishReasons.label,
        ),
      ),
      label: finishReasons.label,
    },
  };
}

function latencyOf({
  latency,
  summary,
  where,
}: RuntimeMetrics): Pick<PresetQueries, 'latency' | 'latencyBuckets'> {
  if (latency.kind === 'histogram') {
    return {
      latency: quantiles(latency.metrics, latency.unit, where),
      latencyBuckets: {
        unit: latency.unit,
        query: firstOf(
          increases(
            { metrics: latency.metrics.map(metric => `${metric}_bucket`) },
            where,
            'le, {{by}}',
          ),
        ),
      },
    };
  }
  if (!summary) return {};
  return {
    latency: {
      unit: summary.unit,
      query: firstOf(
        summary.metrics.map(
          metric =>
            `max by ({{by}}) (avg_over_time(${series(
              metric,
              where,
              'quantile="{{quantile}}"',
            )}[{{window}}]))`,
        ),
      ),
    },
  };
}

/** Makes the queries of a runtime of the names and labels of its metrics. */
export function toPreset(runtime: RuntimeMetrics): Preset {
  const { name, title, requests, errors, latency, saturation, where } = runtime;
  const counters = [
    ...new Set([...requests.metrics, ...(errors?.apart ? errors.metrics : [])]),
  ];
  return {
    name,
    title,
    variantLabel: runtime.variantLabel,
    versionLabel: runtime.versionLabel,
    notices: runtime.cannot,
    discovery: { metrics: counters, names: runtime.names },
    queries: {
      requests: requestsOf(runtime),
      ...(errors && { errors: firstOf(increases(errors, where)) }),
      ...latencyOf(runtime),
      ...(latency.kind === 'mean' && { meanLatency: meanOf(latency, where) }),
      ...(saturation && {
        saturation: firstOf(
          saturation.map(
            gauge =>
              `max by ({{by}}) (avg_over_time(${series(
                gauge,
                where,
              )}[{{window}}]))`,
          ),
        ),
      }),
      freshness: firstOf(
        counters.map(metric => `max(timestamp(${series(metric, where)}))`),
      ),
      generation: generationOf(runtime),
    },
  };
}
