import { LatencySummary, Series } from '@airworthy/plugin-ml-monitoring-common';
import { MILLISECONDS, TimedQuery } from '../presets/types';
import { Inquiry, OwnedSample } from './Inquiry';
import { toSeries } from './series';

/** The percentiles that are told. */
export const PERCENTILES = [
  ['p50', 0.5],
  ['p95', 0.95],
  ['p99', 0.99],
] as const;

/** Percentiles of a duration, in milliseconds, by whose they are. */
export interface Percentiles {
  owners: OwnedSample[];
  summaries: Map<string, LatencySummary>;
  series: Series[];
}

/** Asks percentiles of a duration; `metric` is the beginning of their names, such as `latency`. */
export async function readPercentiles(
  inquiry: Inquiry,
  timed: TimedQuery | undefined,
  { metric, title }: { metric: string; title: string },
): Promise<Percentiles> {
  const factor = timed ? MILLISECONDS[timed.unit] : 1;
  const answers = await Promise.all(
    PERCENTILES.map(async ([name, quantile]) => {
      const part = `${title} (${name})`;
      const [now, overTime] = await Promise.all([
        inquiry.total(part, timed?.query, { quantile }),
        inquiry.overTime(`${part} over time`, timed?.query, { quantile }),
      ]);
      return { name, now, overTime };
    }),
  );
  const owners = answers.flatMap(({ now }) => now);
  const summaries = new Map(
    owners.map(({ key }): [string, LatencySummary] => [
      key,
      { p50: null, p95: null, p99: null },
    ]),
  );
  for (const { name, now } of answers) {
    for (const { key, value } of now) {
      summaries.get(key)![name] = value === null ? null : value * factor;
    }
  }
  const series = answers.flatMap(({ name, overTime }) =>
    overTime.map(one =>
      toSeries(`${metric}_${name}`, 'ms', one, value => value * factor),
    ),
  );
  return { owners, summaries, series };
}

function inWords(means: OwnedSample[], factor: number): string {
  return means
    .flatMap(({ variant, modelVersion, value }) => {
      if (value === null) return [];
      const whose = variant ?? modelVersion;
      const mean = `${Number((value * factor).toPrecision(3))} ms`;
      return whose ? `${mean} (${whose})` : mean;
    })
    .join(', ');
}

/** Latency; where its percentiles are not exported, its mean over time and in words. */
export async function readLatency(inquiry: Inquiry): Promise<Percentiles> {
  const { latency, meanLatency } = inquiry.target.preset.queries;
  const percentiles = await readPercentiles(inquiry, latency, {
    metric: 'latency',
    title: 'The latency',
  });
  const known = percentiles.owners.some(({ value }) => value !== null);
  if (known || !meanLatency) return percentiles;
  const [now, overTime] = await Promise.all([
    inquiry.total('The mean latency', meanLatency.query),
    inquiry.overTime('The mean latency over time', meanLatency.query),
  ]);
  const factor = MILLISECONDS[meanLatency.unit];
  const words = inWords(now, factor);
  if (words) inquiry.note(`Mean latency, in place of percentiles: ${words}`);
  const series = overTime.map(one =>
    toSeries('latency_mean', 'ms', one, value => value * factor),
  );
  return { ...percentiles, series: [...percentiles.series, ...series] };
}
