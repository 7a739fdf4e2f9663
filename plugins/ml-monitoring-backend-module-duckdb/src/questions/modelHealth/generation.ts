import type {
  GenerationHealth,
  LatencySummary,
  Series,
} from '@airworthy/plugin-ml-monitoring-common';
import type { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import type { BoundSql, QueryEngine } from '../../engine/types';
import type { OpenedLog } from '../../log/types';
import { groupSets } from '../quality/groupSets';
import { metricSeries } from '../quality/metricSeries';
import type { Steps } from '../shared/steps';
import type { TokenPrices } from './prices';

/** Values of finish reasons and feedback that are told apart. */
const MOST_VALUES = 50;
/** Beyond so many rows quantiles are approximate (t-digest). */
const EXACT_ROWS = 1_000_000;

interface Part {
  which: number;
  key: string | null;
  rows: number;
  input: number | null;
  output: number | null;
  first: number[] | null;
  seconds: number | null;
  generated: number | null;
  cut: number;
  finished: number;
}

/** SQL of canonical columns, null where the log lacks them. */
const or = (log: OpenedLog, column: Parameters<OpenedLog['has']>[0]) =>
  log.has(column) ? column : 'NULL';

/** Seconds that an answer was generated for: from the first token on where that is known. */
function generationSql(log: OpenedLog): string {
  if (!log.has('latency_ms')) return 'NULL::DOUBLE';
  return log.has('time_to_first_token_ms')
    ? 'greatest(latency_ms - coalesce(time_to_first_token_ms, 0), 0) / 1000'
    : 'latency_ms / 1000';
}

async function partsOf(
  engine: QueryEngine,
  log: OpenedLog,
  rows: BoundSql,
  steps: Steps,
  exact: boolean,
  signal: AbortSignal,
) {
  const groups = groupSets([{ sql: steps.sql }, {}]);
  const quantile = exact ? 'quantile_cont' : 'approx_quantile';
  const found = await engine.query<Part>(
    `SELECT ${groups.outer.join(', ')}, count(*) AS rows,
      sum(input) AS input, sum(output) AS output,
      ${quantile}(first, [0.5, 0.95, 0.99]) AS first,
      sum(seconds) FILTER (output > 0 AND seconds > 0) AS seconds,
      sum(output) FILTER (output > 0 AND seconds > 0) AS generated,
      count(reason) AS finished,
      count_if(lower(reason) IN ('length', 'max_tokens')) AS cut
    FROM (
      SELECT ${[
        ...groups.inner,
        `${or(log, 'input_tokens')}::DOUBLE AS input`,
        `${or(log, 'output_tokens')}::DOUBLE AS output`,
        `${or(log, 'time_to_first_token_ms')}::DOUBLE AS first`,
        `${generationSql(log)} AS seconds`,
        `${or(log, 'finish_reason')}::VARCHAR AS reason`,
      ].join(', ')}
      FROM ${rows.sql} AS log
    ) ${groups.groupBy()}`,
    rows.params,
    { signal },
  );
  return {
    all: found.find(({ which }) => groups.setOf(which) === 1),
    parts: found.filter(({ which }) => groups.setOf(which) === 0),
  };
}

async function valuesOf(
  engine: QueryEngine,
  rows: BoundSql,
  column: string,
  signal: AbortSignal,
): Promise<Record<string, number>> {
  const found = await engine.query<{ value: string; count: number }>(
    `SELECT ${column} AS value, count(*) AS count FROM ${rows.sql} AS log
    WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_VALUES}`,
    rows.params,
    { signal },
  );
  return Object.fromEntries(found.map(({ value, count }) => [value, count]));
}

async function costOf(
  engine: QueryEngine,
  deployment: MonitoredDeployment,
  log: OpenedLog,
  rows: BoundSql,
  prices: TokenPrices,
  signal: AbortSignal,
): Promise<{ cost?: GenerationHealth['cost']; notices: string[] }> {
  if (Object.keys(prices).length === 0) return { notices: [] };
  const versions = await engine.query<{
    version: string | null;
    input: number | null;
    output: number | null;
  }>(
    `SELECT ${or(log, 'model_version')}::VARCHAR AS version,
      sum(${or(log, 'input_tokens')}::DOUBLE) AS input,
      sum(${or(log, 'output_tokens')}::DOUBLE) AS output
    FROM ${rows.sql} AS log GROUP BY 1`,
    rows.params,
    { signal },
  );
  const own = (name: string | null | undefined) =>
    typeof name === 'string' && Object.hasOwn(prices, name)
      ? prices[name]
      : undefined;
  const byCurrency = new Map<string, number>();
  const unpriced: string[] = [];
  for (const { version, input, output } of versions) {
    const price = own(version) ?? own(deployment.names.model);
    if (!price) {
      unpriced.push(version ?? 'rows without a version');
      continue;
    }
    const amount =
      ((input ?? 0) * price.input + (output ?? 0) * price.output) / 1e6;
    byCurrency.set(
      price.currency,
      (byCurrency.get(price.currency) ?? 0) + amount,
    );
  }
  if (byCurrency.size === 0) return { notices: [] };
  if (byCurrency.size > 1) {
    return {
      notices: [
        `Prices are in several currencies (${[...byCurrency.keys()].join(
          ', ',
        )}), so no cost is told.`,
      ],
    };
  }
  const [[currency, amount]] = byCurrency;
  return {
    cost: { amount, currency },
    notices: unpriced.length
      ? [`The cost leaves out ${unpriced.join(', ')}: no price is configured.`]
      : [],
  };
}

const latency = (quantiles: number[] | null): LatencySummary => ({
  p50: quantiles?.[0] ?? null,
  p95: quantiles?.[1] ?? null,
  p99: quantiles?.[2] ?? null,
});

const speedOf = ({ generated, seconds }: Part) =>
  generated !== null && seconds ? generated / seconds : null;

/** Tells of the answers of a language model; nothing where the log has no such columns. */
export async function generationHealth(options: {
  engine: QueryEngine;
  deployment: MonitoredDeployment;
  log: OpenedLog;
  rows: () => BoundSql;
  rowCount: number;
  steps: Steps;
  prices: TokenPrices;
  signal: AbortSignal;
}): Promise<
  | { generation: GenerationHealth; series: Series[]; notices: string[] }
  | undefined
> {
  const { engine, deployment, log, rows, steps, prices, signal } = options;
  const has = [
    'input_tokens',
    'output_tokens',
    'time_to_first_token_ms',
    'finish_reason',
  ] as const;
  if (!has.some(column => log.has(column))) return undefined;
  const exact = options.rowCount <= EXACT_ROWS;
  const counted = (column: 'finish_reason' | 'feedback') =>
    log.has(column) ? valuesOf(engine, rows(), column, signal) : undefined;
  const [{ all, parts }, finishReasons, feedback, { cost, notices }] =
    await Promise.all([
      partsOf(engine, log, rows(), steps, exact, signal),
      counted('finish_reason'),
      counted('feedback'),
      costOf(engine, deployment, log, rows(), prices, signal),
    ]);
  const series = (
    metric: string,
    unit: string,
    of: (part: Part) => number | null,
  ) =>
    metricSeries<Part>(
      { metric, unit, of: part => ({ value: of(part), rows: part.rows }) },
      parts,
      steps,
    );
  return {
    generation: {
      inputTokens: all?.input ?? null,
      outputTokens: all?.output ?? null,
      timeToFirstTokenMs: latency(all?.first ?? null),
      tokensPerSecond: all ? speedOf(all) : null,
      finishReasons: finishReasons ?? {},
      ...(feedback && { feedback }),
      ...(cost && { cost }),
    },
    series: [
      series('input_tokens', 'tokens', ({ input }) => input),
      series('output_tokens', 'tokens', ({ output }) => output),
      series(
        'time_to_first_token_p95',
        'ms',
        ({ first }) => first?.[1] ?? null,
      ),
      series('tokens_per_second', '1/s', speedOf),
      series('truncated_share', 'share', ({ cut, finished }) =>
        finished > 0 ? cut / finished : null,
      ),
    ],
    notices: [
      ...notices,
      ...(exact
        ? []
        : [
            'Quantiles of the time to the first token are estimates, off by less than half a percent of the rows.',
          ]),
    ],
  };
}
