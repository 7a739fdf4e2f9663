import type { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';
import type { OpenedLog } from '../log/types';
import type { QuestionTools } from './types';

// A clock that is wrong by less is nothing to bother a reader with.
const CLOCK_TOLERANCE = 5 * 60_000;
const END_OF_TIME = '9999-12-31T00:00:00.000Z';
// More ids are too many to be compared on the way.
const MOST_IDS = 200_000;
const MOST_ANSWERS = 5_000_000;

interface Inspected {
  repeated: number;
  unnamed: number;
  early: number;
  unasked: number;
}

/**
 * What is wrong with the rows of a window: ids twice, labels before their
 * prediction or without one, rows of the future. Its cost grows with the window, so that ids of large ones are left out.
 */
export async function inspectRows(
  tools: QuestionTools,
  log: OpenedLog,
  options: {
    window: TimeWindow;
    variant?: string;
    /** Whether labels are looked at too; false without it. */
    labels?: boolean;
    /** Whether ids are compared; as far as there are not too many without it. */
    ids?: boolean;
    signal: AbortSignal;
  },
): Promise<string[]> {
  const { window, labels = false, signal } = options;
  const few = (log.rowsWithin(window) ?? 0) <= MOST_IDS;
  const ids = log.has('prediction_id') && (options.ids ?? few);
  const [rows, table, future] = await Promise.all([
    ids || labels
      ? inspectWindow(tools, log, { ...options, labels, ids })
      : undefined,
    labels ? inspectLabels(tools, log, signal) : undefined,
    countFuture(tools, log, signal),
  ]);
  const counts: [number | undefined, string, string?][] = [
    [
      rows?.repeated,
      'that repeat the prediction id of another row of their variant',
      'each is counted',
    ],
    [rows?.unnamed, 'without a prediction id'],
    [
      rows?.early,
      'with a label from before their prediction',
      'a clock is wrong',
    ],
    [rows?.unasked, 'with a label and no prediction'],
    [
      table?.repeated,
      'of labels that were followed by another of the same prediction',
      'the last counts',
    ],
    [table?.unasked, 'of labels whose prediction is not in the log'],
    [future, 'of the future', 'they are left out'],
  ];
  return counts.flatMap(([count, what, then]) =>
    count ? `Rows ${what}: ${count}${then ? `; ${then}` : ''}.` : [],
  );
}

async function inspectWindow(
  tools: QuestionTools,
  log: OpenedLog,
  options: {
    window: TimeWindow;
    variant?: string;
    labels: boolean;
    ids: boolean;
    signal: AbortSignal;
  },
): Promise<Inspected> {
  const { window, variant, labels, ids, signal } = options;
  const rows = log.rows({ window, variant, labels });
  const key = log.has('variant') ? 'prediction_id, variant' : 'prediction_id';
  const has = (...names: Parameters<OpenedLog['has']>[0][]) =>
    labels && names.every(name => log.has(name));
  const [found] = await tools.engine.query<Inspected>(
    `SELECT ${
      ids
        ? `count(prediction_id) - count(DISTINCT hash(${key})) FILTER (WHERE prediction_id IS NOT NULL)`
        : '0'
    } AS repeated,
      ${ids ? 'count(*) - count(prediction_id)' : '0'} AS unnamed,
      ${
        has('label_ts', 'ts') ? 'count(*) FILTER (WHERE label_ts < ts)' : '0'
      } AS early,
      ${
        has('label', 'prediction')
          ? `count(label) FILTER (WHERE prediction IS NULL ${
              // A request that failed has no prediction, whatever came true.
              log.has('is_error') ? 'AND NOT coalesce(is_error, false)' : ''
            })`
          : '0'
      } AS unasked
    FROM ${rows.sql} AS log`,
    rows.params,
    { signal },
  );
  return found;
}

/** Looks at a second table of labels. */
async function inspectLabels(
  tools: QuestionTools,
  log: OpenedLog,
  signal: AbortSignal,
): Promise<Pick<Inspected, 'repeated' | 'unasked'> | undefined> {
  if (!log.labelRows) return undefined;
  const labels = log.labelRows();
  const answers = log.rows({ labels: false });
  const few = (log.rowsWithin() ?? 0) <= MOST_ANSWERS;
  const [found] = await tools.engine.query<
    Pick<Inspected, 'repeated' | 'unasked'>
  >(
    `SELECT coalesce(sum(n) - count(*), 0) AS repeated,
       ${few ? 'count(*) FILTER (WHERE NOT known)' : '0'} AS unasked
     FROM (SELECT n, ${few ? 'answered IS NOT NULL' : 'true'} AS known FROM (
       SELECT joined_id, count(*) AS n FROM ${
         labels.sql
       } AS labels GROUP BY joined_id
     ) ${
       few
         ? `LEFT JOIN (SELECT DISTINCT prediction_id AS answered FROM ${answers.sql} AS log) ON answered = joined_id`
         : ''
     })`,
    { ...labels.params, ...answers.params },
    { signal },
  );
  return found;
}

async function countFuture(
  tools: QuestionTools,
  log: OpenedLog,
  signal: AbortSignal,
): Promise<number> {
  const after = tools.now() + CLOCK_TOLERANCE;
  // Where files tell their newest time, nothing needs to be read.
  if (log.newestAt && Date.parse(log.newestAt) < after) return 0;
  const rows = log.rows({
    window: { from: new Date(after).toISOString(), to: END_OF_TIME },
    labels: false,
  });
  const [{ count }] = await tools.engine.query<{ count: number }>(
    `SELECT count(*) AS count FROM ${rows.sql} AS log`,
    rows.params,
    { signal },
  );
  return count;
}
