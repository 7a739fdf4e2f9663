import { CHECK_STATUSES } from '../evaluation/types';
import { RollupCell, RollupSummary } from '../rollups/types';
import { StatusCounts } from '../scores/types';
import { RollupEntry, RollupResponse } from './portfolio';

/** What the numbers of a cell are, in their order. @public */
export const ROLLUP_CELL_FIELDS = [
  'passed',
  'total',
  ...CHECK_STATUSES,
] as const;

/** A summary whose cells are rows of numbers, one for each column. @public */
export type CompactSummary<T extends RollupSummary = RollupSummary> = Omit<
  T,
  'cells'
> & {
  /** In the order of `cellFields`; zeros at the end of a row are left out. */
  cells: number[][];
};

/**
 * A rollup as it is sent. There is a cell for each node and column, so that
 * names within the cells would be most of the answer.
 *
 * @public
 */
export interface CompactRollupResponse
  extends Omit<RollupResponse, 'total' | 'unassigned' | 'nodes'> {
  cellFields: readonly string[];
  total: CompactSummary;
  unassigned: CompactSummary<RollupResponse['unassigned']>;
  nodes: CompactSummary<RollupEntry>[];
}

function toRow({ passed, total, counts }: RollupCell): number[] {
  const row = [passed, total, ...CHECK_STATUSES.map(status => counts[status])];
  while (row[row.length - 1] === 0) row.pop();
  return row;
}

function toCell(row: number[], column: string): RollupCell {
  const [passed = 0, total = 0, ...counts] = row;
  return {
    column,
    score: total > 0 ? passed / total : null,
    passed,
    total,
    counts: Object.fromEntries(
      CHECK_STATUSES.map((status, i) => [status, counts[i] ?? 0]),
    ) as StatusCounts,
  };
}

/** The rollup as it is sent. @public */
export function compactRollup(response: RollupResponse): CompactRollupResponse {
  const compact = <T extends RollupSummary>(summary: T) => ({
    ...summary,
    cells: summary.cells.map(toRow),
  });
  return {
    ...response,
    cellFields: ROLLUP_CELL_FIELDS,
    total: compact(response.total),
    unassigned: compact(response.unassigned),
    nodes: response.nodes.map(compact),
  };
}

/** The rollup that was sent. @public */
export function expandRollup(answer: CompactRollupResponse): RollupResponse {
  const { cellFields, ...response } = answer;
  const expand = <T extends { cells: number[][] }>(summary: T) => ({
    ...summary,
    cells: summary.cells.map((row, i) => toCell(row, answer.columns[i].id)),
  });
  return {
    ...response,
    total: expand(answer.total),
    unassigned: expand(answer.unassigned),
    nodes: answer.nodes.map(expand),
  };
}
