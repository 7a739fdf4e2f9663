import type { LogColumn } from '../../log/types';
import type { QuestionTools } from '../types';
import { countColumns } from './countColumns';
import { describeColumns } from './describeColumns';
import { percentilesOf } from './percentiles';
import type {
  ColumnCounts,
  ColumnFacts,
  ColumnRequest,
  Reference,
} from './types';

/** What is known of the baseline before current rows are looked at. */
export interface ReferenceFacts {
  rows: number;
  facts: ReadonlyMap<string, ColumnFacts>;
}

function rowsOf({ baseline, variant }: Reference) {
  return baseline.rows({ variant, labels: false });
}

/* The baseline seldom changes, so what is told of it is kept by its version. */
function keep<T extends object>(
  tools: QuestionTools,
  { baseline, variant }: Reference,
  question: unknown[],
  signal: AbortSignal,
  compute: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return tools.cache.answer(
    {
      log: baseline.log.version,
      question: [
        'baseline',
        baseline.window ?? null,
        variant ?? null,
        question,
      ],
    },
    compute,
    signal,
  );
}

/** Rows, moments and ranges of columns of the baseline. */
export function referenceFacts(
  tools: QuestionTools,
  reference: Reference,
  columns: readonly LogColumn[],
  signal: AbortSignal,
): Promise<ReferenceFacts> {
  const key = ['facts', columns.map(({ name }) => name)];
  return keep(tools, reference, key, signal, async inner => {
    const { engine } = tools;
    const rows = rowsOf(reference);
    const options = { engine, rows, columns, signal: inner };
    const [facts, [{ count }]] = await Promise.all([
      describeColumns(options),
      engine.query<{ count: number }>(
        `SELECT count(*) AS count FROM ${rows.sql} AS log`,
        rows.params,
        { signal: inner },
      ),
    ]);
    return { rows: count, facts };
  });
}

/** Percentiles of numeric columns of the baseline. */
export function referencePercentiles(
  tools: QuestionTools,
  reference: Reference,
  columns: readonly LogColumn[],
  facts: ReadonlyMap<string, ColumnFacts>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number[]>> {
  const key = ['percentiles', columns.map(({ name }) => name)];
  return keep(tools, reference, key, signal, inner =>
    percentilesOf({
      engine: tools.engine,
      rows: rowsOf(reference),
      columns,
      facts,
      signal: inner,
    }),
  );
}

/** Counts of the baseline. */
export async function referenceCounts(
  tools: QuestionTools,
  reference: Reference,
  columns: readonly ColumnRequest[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ColumnCounts>> {
  const key = [
    'counts',
    columns.map(({ column, shape }) => [column.name, shape]),
  ];
  const counts = await keep(tools, reference, key, signal, inner =>
    countColumns({
      engine: tools.engine,
      rows: rowsOf(reference),
      columns,
      signal: inner,
    }),
  );
  return counts.get(0) ?? new Map();
}

/** Name of a column that no log has. */
const CHUNK = '"airworthy chunk"';

/**
 * Counts of equal parts of the baseline in the order of its files; the last
 * takes the rest, as NannyML's default chunker does.
 */
export async function referenceChunks(
  tools: QuestionTools,
  reference: Reference,
  columns: readonly ColumnRequest[],
  chunks: { count: number; rowCount: number },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ColumnCounts>[]> {
  const size = Math.floor(chunks.rowCount / chunks.count);
  if (size === 0) return [];
  const key = [
    'chunks',
    chunks,
    columns.map(({ column, shape }) => [column.name, shape]),
  ];
  const counts = await keep(tools, reference, key, signal, inner => {
    const rows = rowsOf(reference);
    return countColumns({
      engine: tools.engine,
      rows: {
        sql: `(SELECT *, least(${
          chunks.count - 1
        }, (row_number() OVER () - 1) // ${size}) AS ${CHUNK} FROM ${
          rows.sql
        } AS log)`,
        params: rows.params,
      },
      columns,
      part: CHUNK,
      signal: inner,
    });
  });
  return Array.from(
    { length: chunks.count },
    (_, part) => counts.get(part) ?? new Map(),
  );
}
