import type {
  Series,
  ServiceHealth,
  VariantService,
} from '@airworthy/plugin-ml-monitoring-common';
import type {
  MonitoredDeployment,
  SourceQuestion,
} from '@airworthy/plugin-ml-monitoring-node';
import type { OpenedLog } from '../../log/types';
import { answerFromLog } from '../answerFromLog';
import { inspectRows } from '../inspectRows';
import { sourceAnswer } from '../sourceAnswer';
import type { QuestionTools } from '../types';
import { BIN_ERROR, readBins } from './latencyBins';
import { chooseBuckets } from './chooseStep';
import { serviceSeries } from './serviceSeries';
import {
  binnedServiceSql,
  exactServiceSql,
  type BinnedRow,
  type ServiceRow,
} from './serviceSql';

// Below it exact quantiles cost no more than those from bins.
const EXACT_UP_TO = 200_000;
// Ids are compared where that takes no time to speak of; of more the model's panel tells.
const IDS_UP_TO = 20_000;

/** Requests, errors and latency of each variant and version, in one scan. */
export async function answerServiceHealth(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: SourceQuestion,
): Promise<ServiceHealth> {
  const { window, variant, maxPoints, signal } = question;
  return answerFromLog(
    tools,
    {
      deployment,
      window,
      signal,
      key: ['service', variant ?? null, maxPoints],
    },
    async ({ log, signal: inner }) => {
      const buckets = chooseBuckets(window, maxPoints);
      const rows = log.rows({ window, variant, labels: false });
      const most = log.rowsWithin(window) ?? 0;
      const exact = most <= EXACT_UP_TO;
      const read = <T extends object>(sql: string) =>
        tools.engine.query<T>(
          sql,
          { ...rows.params, step_us: buckets.step * 1_000 },
          { signal: inner },
        );
      const [found, flaws] = await Promise.all([
        exact
          ? read<ServiceRow>(exactServiceSql(log, rows))
          : read<BinnedRow>(binnedServiceSql(log, rows)).then(readBins),
        inspectRows(tools, log, {
          ...{ window, variant, signal: inner },
          ids: most <= IDS_UP_TO,
        }),
      ]);
      const now = tools.now();
      const totals = found.filter(row => row.bucket === null);
      const rowsRead = totals.reduce((sum, row) => sum + row.requests, 0);
      const freshAt = totals
        .flatMap(row => row.freshAt ?? [])
        .sort()
        .at(-1);
      const span = {
        window,
        now,
        begins: log.oldestAt ? Date.parse(log.oldestAt) : undefined,
      };
      const named = found.map(row => nameVariant(row, log, deployment));
      const services = [
        ...named.filter(row => row.bucket === null).map(toService(log, span)),
        ...silentVariants(named, log, deployment, variant),
      ];
      const series: Series[] = serviceSeries(named, { log, buckets, ...span });
      return {
        ...sourceAnswer(deployment, {
          ...{ window, rowsRead, freshAt, now },
          notices: [
            ...log.notices,
            ...noticesOf(log, totals, { exact, rowsRead }),
            ...flaws,
          ],
        }),
        variants: services.sort(byName),
        series,
      };
    },
  );
}

/** Of a single variant nobody needs to write the name into the log. */
function nameVariant(
  row: ServiceRow,
  log: OpenedLog,
  deployment: MonitoredDeployment,
): ServiceRow {
  const [only, other] = deployment.variants;
  if (log.has('variant') || !only || other) return row;
  return { ...row, variant: only.name };
}

interface Span {
  window: { from: string; to: string };
  now: number;
  /** When the log begins. */
  begins?: number;
}

/** How long of a time the log could tell of, in seconds. */
export function secondsOf(span: Span, from: number, to: number): number {
  const start = Math.max(
    from,
    Date.parse(span.window.from),
    span.begins ?? from,
  );
  const end = Math.min(to, Date.parse(span.window.to), span.now);
  return Math.max(0, end - start) / 1_000;
}

function toService(log: OpenedLog, span: Span) {
  const { from, to } = span.window;
  const seconds = secondsOf(span, Date.parse(from), Date.parse(to));
  return (row: ServiceRow): VariantService => ({
    variant: row.variant ?? undefined,
    modelVersion: row.version ?? undefined,
    requests: row.requests,
    rate: seconds ? row.requests / seconds : null,
    errors: log.has('is_error') ? row.errors : null,
    errorRatio: row.told ? row.errors / row.told : null,
    latency: { p50: row.p50, p95: row.p95, p99: row.p99 },
  });
}

/** Declared variants that the log has no request of. */
function silentVariants(
  rows: ServiceRow[],
  log: OpenedLog,
  deployment: MonitoredDeployment,
  asked: string | undefined,
): VariantService[] {
  const told = log.has('variant') || deployment.variants.length === 1;
  if (!told) return [];
  const seen = new Set(rows.map(row => row.variant));
  return deployment.variants
    .filter(({ name }) => !seen.has(name) && (!asked || asked === name))
    .map(({ name, version }) => ({
      variant: name,
      modelVersion: version,
      requests: 0,
      rate: 0,
      errors: log.has('is_error') ? 0 : null,
      errorRatio: null,
      latency: { p50: null, p95: null, p99: null },
    }));
}

function noticesOf(
  log: OpenedLog,
  totals: ServiceRow[],
  { exact, rowsRead }: { exact: boolean; rowsRead: number },
): string[] {
  const notices: string[] = [];
  const sum = (key: 'odd' | 'told') =>
    totals.reduce((total, row) => total + row[key], 0);
  if (!exact && log.has('latency_ms')) {
    notices.push(
      `Latency quantiles are within ${
        BIN_ERROR * 100
      } % of the true ones, since the window has many requests.`,
    );
  }
  if (!log.has('latency_ms')) notices.push('The log has no latency.');
  if (!log.has('is_error')) {
    notices.push('The log does not tell whether requests failed.');
  }
  const odd = sum('odd');
  if (odd) {
    notices.push(
      `Requests with a latency that is negative or not finite: ${odd}; the quantiles leave them out.`,
    );
  }
  const untold = rowsRead - sum('told');
  if (log.has('is_error') && untold) {
    notices.push(
      `Requests without a status: ${untold}; the error ratio leaves them out.`,
    );
  }
  if (!rowsRead) {
    notices.push(
      `No request in this window${
        log.newestAt ? `; the newest of the log is of ${log.newestAt}` : ''
      }.`,
    );
  }
  return notices;
}

function byName(a: VariantService, b: VariantService): number {
  return (
    (a.variant ?? '').localeCompare(b.variant ?? '') ||
    (a.modelVersion ?? '').localeCompare(b.modelVersion ?? '', 'en', {
      numeric: true,
    })
  );
}
