import {
  GenerationHealth,
  LatencySummary,
  ModelHealth,
  MonitoringTask,
  Series,
} from '@airworthy/plugin-ml-monitoring-common';
import { GenerationQueries } from '../presets/types';
import { QueryTemplate } from '../promql/template';
import { Inquiry } from './Inquiry';
import { PERCENTILES, Percentiles, readPercentiles } from './latency';
import { toSeries } from './series';

// Figures of the deployment as a whole.
const TOGETHER = { by: [] };

async function readSum(
  inquiry: Inquiry,
  part: string,
  template: QueryTemplate | undefined,
): Promise<number | null> {
  const known = (await inquiry.total(part, template, TOGETHER)).flatMap(
    ({ value }) => (value === null ? [] : [value]),
  );
  return known.length ? known.reduce((sum, value) => sum + value, 0) : null;
}

/** Percentiles of several variants cannot be put together: the slowest stands for all. */
function slowest({ summaries }: Percentiles): LatencySummary {
  const all = [...summaries.values()];
  const summary: LatencySummary = { p50: null, p95: null, p99: null };
  for (const [name] of PERCENTILES) {
    const known = all.flatMap(one => (one[name] === null ? [] : [one[name]]));
    if (known.length) summary[name] = Math.max(...known);
  }
  return summary;
}

async function readFirstToken(
  inquiry: Inquiry,
  { timeToFirstToken }: GenerationQueries,
) {
  const percentiles = await readPercentiles(inquiry, timeToFirstToken, {
    metric: 'time_to_first_token',
    title: 'The time to the first token',
  });
  if (percentiles.summaries.size > 1) {
    inquiry.note(
      'The time to the first token is that of the slowest variant or version',
    );
  }
  return { summary: slowest(percentiles), series: percentiles.series };
}

async function readFinishReasons(
  inquiry: Inquiry,
  { finishReasons }: GenerationQueries,
): Promise<Record<string, number>> {
  if (!finishReasons) return {};
  const { query, label } = finishReasons;
  const found = await inquiry.total('The finish reasons', query, {
    by: [label],
  });
  const counts = new Map<string, number>();
  for (const { labels, value } of found) {
    const reason = labels[label];
    if (!reason || value === null) continue;
    counts.set(reason, (counts.get(reason) ?? 0) + value);
  }
  return Object.fromEntries(
    [...counts].map(([reason, count]) => [reason, Math.round(count)]),
  );
}

async function readTokenSeries(
  inquiry: Inquiry,
  queries: GenerationQueries,
): Promise<Series[]> {
  const { rateWindow } = inquiry.grid;
  const perSecond = (count: number) => count / rateWindow;
  const [input, output, speed] = await Promise.all([
    inquiry.overTime('The input tokens over time', queries.inputTokens),
    inquiry.overTime('The output tokens over time', queries.outputTokens),
    inquiry.overTime('The tokens per second', queries.tokensPerSecond),
  ]);
  return [
    ...input.map(one => toSeries('input_tokens', '1/s', one, perSecond)),
    ...output.map(one => toSeries('output_tokens', '1/s', one, perSecond)),
    ...speed.map(one => toSeries('tokens_per_second', '1/s', one)),
  ];
}

async function readGeneration(
  inquiry: Inquiry,
  queries: GenerationQueries,
): Promise<{ generation: GenerationHealth; series: Series[] }> {
  const [input, output, speed, firstToken, finishReasons, series] =
    await Promise.all([
      readSum(inquiry, 'The input tokens', queries.inputTokens),
      readSum(inquiry, 'The output tokens', queries.outputTokens),
      inquiry.total('The tokens per second', queries.tokensPerSecond, TOGETHER),
      readFirstToken(inquiry, queries),
      readFinishReasons(inquiry, queries),
      readTokenSeries(inquiry, queries),
    ]);
  // Of several groups of series the slowest, as for the time to the first token.
  const speeds = speed.flatMap(({ value }) => (value === null ? [] : [value]));
  return {
    generation: {
      inputTokens: input === null ? null : Math.round(input),
      outputTokens: output === null ? null : Math.round(output),
      timeToFirstTokenMs: firstToken.summary,
      tokensPerSecond: speeds.length ? Math.min(...speeds) : null,
      finishReasons,
    },
    series: [...firstToken.series, ...series],
  };
}

async function readModelSeries(inquiry: Inquiry): Promise<Series[]> {
  const { model = {} } = inquiry.target.preset.queries;
  const found = await Promise.all(
    Object.entries(model).map(async ([metric, { query, unit }]) =>
      (
        await inquiry.overTime(`${metric} over time`, query)
      ).map(series => toSeries(metric, unit, series)),
    ),
  );
  return found.flat();
}

/** Tokens and their speed, and the figures of quality that a preset of app-config asks for. */
export async function readModelHealth(
  inquiry: Inquiry,
  task: MonitoringTask,
): Promise<ModelHealth> {
  const { generation: queries } = inquiry.target.preset.queries;
  const [figures, tokens] = await Promise.all([
    readModelSeries(inquiry),
    queries && readGeneration(inquiry, queries),
  ]);
  return {
    ...inquiry.answer(undefined),
    task,
    series: [...(tokens?.series ?? []), ...figures],
    slices: [],
    ...(tokens && { generation: tokens.generation }),
  };
}
