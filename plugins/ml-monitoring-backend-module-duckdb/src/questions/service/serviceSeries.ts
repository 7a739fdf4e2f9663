import type { Series } from '@airworthy/plugin-ml-monitoring-common';
import type { OpenedLog } from '../../log/types';
import { secondsOf } from './answerServiceHealth';
import type { Buckets } from './chooseStep';
import type { ServiceRow } from './serviceSql';

interface SeriesOptions {
  log: OpenedLog;
  buckets: Buckets;
  window: { from: string; to: string };
  now: number;
  begins?: number;
}

type Metric = {
  metric: string;
  unit: string;
  value: (row: ServiceRow, seconds: number) => number | null;
};

const RATE: Metric = {
  metric: 'rate',
  unit: '1/s',
  value: (row, seconds) => (seconds ? row.requests / seconds : null),
};
const ERRORS: Metric = {
  metric: 'error_ratio',
  unit: 'share',
  value: row => (row.told ? row.errors / row.told : null),
};
const LATENCY: Metric[] = (['p50', 'p95', 'p99'] as const).map(name => ({
  metric: `latency_${name}`,
  unit: 'ms',
  value: row => row[name],
}));

/** Series of each variant and version: a time without requests has the rate zero, and no latency. */
export function serviceSeries(
  rows: ServiceRow[],
  options: SeriesOptions,
): Series[] {
  const { log } = options;
  const metrics = [
    RATE,
    ...(log.has('is_error') ? [ERRORS] : []),
    ...(log.has('latency_ms') ? LATENCY : []),
  ];
  const groups = new Map<string, ServiceRow[]>();
  for (const row of rows.filter(({ bucket }) => bucket !== null)) {
    const key = JSON.stringify([row.variant, row.version]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const all = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return all.flatMap(([, group]) => {
    const others = all
      .filter(
        ([, rival]) => rival !== group && rival[0].variant === group[0].variant,
      )
      .flatMap(([, rival]) => rival);
    return metrics.map(metric => toSeries(metric, group, others, options));
  });
}

function toSeries(
  metric: Metric,
  group: ServiceRow[],
  others: ServiceRow[],
  options: SeriesOptions,
): Series {
  const { step, starts } = options.buckets;
  const byBucket = new Map(group.map(row => [row.bucket, row]));
  const served = servedBetween(group, others);
  return {
    metric: metric.metric,
    unit: metric.unit,
    variant: group[0].variant ?? undefined,
    modelVersion: group[0].version ?? undefined,
    points: starts.map(start => {
      const bucket = start / step;
      const row = byBucket.get(bucket);
      const seconds = secondsOf(options, start, start + step);
      const at = new Date(start).toISOString();
      if (row)
        return { at, value: metric.value(row, seconds), rows: row.requests };
      const silent = metric === RATE && seconds > 0 && served(bucket);
      return { at, value: silent ? 0 : null, rows: 0 };
    }),
  };
}

/** Whether a version would have answered at a time: not while another served the same variant in its place. */
function servedBetween(group: ServiceRow[], others: ServiceRow[]) {
  const bucketsOf = (rows: ServiceRow[]) => rows.map(row => row.bucket ?? 0);
  const first = Math.min(...bucketsOf(group));
  const last = Math.max(...bucketsOf(group));
  const before = bucketsOf(others).some(bucket => bucket < first);
  const after = bucketsOf(others).some(bucket => bucket > last);
  return (bucket: number) =>
    (bucket >= first || !before) && (bucket <= last || !after);
}
