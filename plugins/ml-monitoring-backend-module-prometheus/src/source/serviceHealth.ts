import {
  LatencySummary,
  Series,
  ServiceHealth,
  VariantService,
} from '@airworthy/plugin-ml-monitoring-common';
import { Inquiry, OwnedSample } from './Inquiry';
import { readLatency } from './latency';
import { identityOf, toSeries } from './series';
import { Identity } from './target';

type Counts = { requests: OwnedSample[]; errors: OwnedSample[] };

/** The values of a question by the key of whose they are. */
export function byKey<T extends { key: string }>(samples: T[]): Map<string, T> {
  return new Map(samples.map(sample => [sample.key, sample]));
}

/** Whether failed requests are counted at all: only then is none of them zero. */
export async function readCounts(inquiry: Inquiry): Promise<Counts> {
  const { queries } = inquiry.target.preset;
  const [requests, errors] = await Promise.all([
    inquiry.total('The number of requests', queries.requests),
    inquiry.total('The number of errors', queries.errors),
  ]);
  return { requests, errors };
}

/** Failed requests of a variant; a counter that never counted is not exported, so it is zero. */
export function errorsOf(
  inquiry: Inquiry,
  requests: number | null | undefined,
  errors: number | null | undefined,
): number | null {
  if (typeof errors === 'number') return errors;
  const counted = inquiry.target.preset.queries.errors !== undefined;
  return counted && typeof requests === 'number' ? 0 : null;
}

async function readRates(inquiry: Inquiry): Promise<Series[]> {
  const { queries } = inquiry.target.preset;
  const { rateWindow } = inquiry.grid;
  const [requests, errors] = await Promise.all([
    inquiry.overTime('The request rate over time', queries.requests),
    inquiry.overTime('The error ratio over time', queries.errors),
  ]);
  const failed = byKey(errors);
  return requests.flatMap(series => {
    const rate = toSeries('rate', '1/s', series, count => count / rateWindow);
    if (!queries.errors) return [rate];
    const points = failed.get(series.key)?.points;
    const ratio = toSeries('error_ratio', 'share', series, (count, i) =>
      count > 0 ? Math.min(1, (points?.[i].value ?? 0) / count) : null,
    );
    return [rate, ratio];
  });
}

async function readSaturation(inquiry: Inquiry) {
  const { saturation } = inquiry.target.preset.queries;
  const part = 'The capacity in use';
  const [now, series] = await Promise.all([
    inquiry.total(part, saturation),
    inquiry.overTime(`${part} over time`, saturation),
  ]);
  return {
    now,
    series: series.map(one => toSeries('saturation', 'share', one)),
  };
}

async function readFreshness(inquiry: Inquiry): Promise<number | undefined> {
  const { freshness } = inquiry.target.preset.queries;
  const times = await inquiry.total('The age of the data', freshness, {
    by: [],
  });
  const known = times.flatMap(({ value }) => (value === null ? [] : [value]));
  return known.length ? Math.max(...known) : undefined;
}

/** End of the last step that anything is known of. */
function lastPoint(inquiry: Inquiry, series: Series[]): number | undefined {
  const last = Math.max(
    ...series
      .filter(({ metric }) => metric === 'rate')
      .flatMap(({ points }) => points.filter(({ value }) => value !== null))
      .map(({ at }) => Date.parse(at) / 1000),
  );
  return Number.isFinite(last) ? last + inquiry.grid.step : undefined;
}

const NO_LATENCY: LatencySummary = { p50: null, p95: null, p99: null };

function noteWhatIsMissing(inquiry: Inquiry, rows: VariantService[]): void {
  const { variantLabel, groups, preset } = inquiry.target;
  if (rows.length === 0) {
    const selectors = groups.map(({ selector }) => `{${selector}}`).join(', ');
    inquiry.note(`No series of ${preset.title} fits ${selectors}`);
  } else if (
    variantLabel &&
    groups.some(({ by }) => by.includes(variantLabel)) &&
    rows.every(({ variant }) => variant === undefined)
  ) {
    inquiry.note(
      `The label ${variantLabel} has no value that is the name or version of one variant: the variants are not told apart`,
    );
  }
}

/** Rate, errors, latency and saturation of each variant and version. */
export async function readServiceHealth(
  inquiry: Inquiry,
): Promise<ServiceHealth> {
  inquiry.note(...inquiry.target.preset.notices);
  const [counts, rates, latency, saturation, fresh] = await Promise.all([
    readCounts(inquiry),
    readRates(inquiry),
    readLatency(inquiry),
    readSaturation(inquiry),
    readFreshness(inquiry),
  ]);
  const requests = byKey(counts.requests);
  const failed = byKey(counts.errors);
  const used = byKey(saturation.now);
  const everyone = new Map<string, Identity>(
    [...counts.requests, ...latency.owners].map(one => [one.key, one]),
  );
  const variants = [...everyone].map(([key, identity]): VariantService => {
    const count = requests.get(key)?.value ?? null;
    const errors = errorsOf(inquiry, count, failed.get(key)?.value);
    return {
      ...identityOf(identity),
      requests: count === null ? null : Math.round(count),
      rate: count === null ? null : count / inquiry.windowSeconds,
      errors: errors === null ? null : Math.round(errors),
      errorRatio: count && errors !== null ? Math.min(1, errors / count) : null,
      latency: latency.summaries.get(key) ?? NO_LATENCY,
      ...(used.has(key) && { saturation: used.get(key)!.value }),
    };
  });
  noteWhatIsMissing(inquiry, variants);
  const series = [...rates, ...latency.series, ...saturation.series];
  return {
    ...inquiry.answer(fresh ?? lastPoint(inquiry, series)),
    variants,
    series,
  };
}
