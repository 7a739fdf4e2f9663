import {
  alignCategories,
  type DriftPlan,
  mergeValues,
} from '@airworthy/plugin-ml-monitoring-common';
import type { LogColumn } from '../../log/types';
import type { QuestionTools } from '../types';
import { boundariesOf, mergeBoundaries } from './boundaries';
import { describeColumns } from './describeColumns';
import {
  type DriftChoice,
  type EdgeFacts,
  edgesOfPlan,
  needsRange,
  plansOf,
  rangeBoundaries,
  shownEdges,
} from './plans';
import { type ReferenceFacts, referencePercentiles } from './referenceColumns';
import type {
  ColumnCounts,
  ColumnFacts,
  CompareOptions,
  CountShape,
} from './types';

/** Numeric values are counted one by one up to so many distinct ones in the baseline ... */
const COUNTED_DISTINCT = 1_000;
/** ... or up to so many rows on either side, which makes tests exact for small data. */
const COUNTED_ROWS = 50_000;

/** A column whose baseline is known, on its way to be counted. */
export interface Candidate {
  column: LogColumn;
  facts: ColumnFacts;
  referenceColumn: LogColumn;
  byValue: boolean;
  plans: DriftPlan[];
  edgeFacts?: EdgeFacts;
}

function profileOf(facts: ColumnFacts, column: LogColumn, distinct: number) {
  return {
    type: column.type as 'numeric' | 'categorical',
    integer: column.integer,
    referenceRows: facts.rows,
    referenceDistinct: distinct,
    distinct,
  };
}

/** Columns that both sides have, of the same type and with values. */
export function candidatesOf(
  { columns, reference, rowCount }: CompareOptions,
  baseline: ReferenceFacts,
): Candidate[] {
  return columns.flatMap((column): Candidate[] => {
    const referenceColumn = reference?.columns.get(column.name);
    const facts = baseline.facts.get(column.name);
    if (!referenceColumn || !facts || column.type === 'unknown') return [];
    if (referenceColumn.type !== column.type) return [];
    const few =
      facts.distinct <= COUNTED_DISTINCT ||
      (baseline.rows <= COUNTED_ROWS && rowCount <= COUNTED_ROWS);
    const byValue = column.type === 'categorical' || few || facts.rows === 0;
    return [{ column, facts, referenceColumn, byValue, plans: [] }];
  });
}

/** Plans the columns that have too many values to be counted. */
export async function planCells(
  tools: QuestionTools,
  options: CompareOptions,
  baseline: ReferenceFacts,
  candidates: readonly Candidate[],
): Promise<void> {
  const { reference, choice, rows, signal } = options;
  const cells = candidates.filter(({ byValue }) => !byValue);
  if (cells.length === 0) return;
  const percentiles = await referencePercentiles(
    tools,
    reference!,
    cells.map(({ referenceColumn }) => referenceColumn),
    baseline.facts,
    signal,
  );
  for (const candidate of cells) {
    const { column, facts } = candidate;
    candidate.edgeFacts = {
      reference: facts,
      percentiles: percentiles.get(column.name) ?? [],
      integer: column.integer,
    };
    candidate.plans = plansOf(
      profileOf(facts, column, Math.max(facts.distinct, COUNTED_DISTINCT + 1)),
      choice,
      // So many values are no categories.
      plan => plan.binning.kind !== 'categories',
    );
  }
  const ranged = cells.filter(({ plans }) => plans.some(needsRange));
  if (ranged.length === 0) return;
  const ranges = await describeColumns({
    engine: tools.engine,
    rows,
    columns: ranged.map(({ column }) => column),
    rangeOnly: true,
    signal,
  });
  for (const { column, edgeFacts } of ranged) {
    if (edgeFacts) edgeFacts.current = ranges.get(column.name);
  }
}

/** How a column is counted: once for each side, since only few bins depend on current data. */
export function shapesOf(
  { byValue, column, facts, plans, edgeFacts }: Candidate,
  drift: boolean,
): { current: CountShape; part: CountShape; reference: CountShape } {
  const range = rangeBoundaries(facts);
  const cells = (...lists: number[][]): CountShape => ({
    kind: 'cells',
    boundaries: mergeBoundaries(range, ...lists),
  });
  if (!drift && column.type === 'numeric') {
    return {
      current: cells(),
      part: cells(),
      reference: { kind: 'totals' },
    };
  }
  if (byValue || !edgeFacts) {
    const values: CountShape = { kind: 'values' };
    return { current: values, part: values, reference: values };
  }
  const shown = boundariesOf(shownEdges(edgeFacts.percentiles));
  const of = (used: EdgeFacts) =>
    cells(shown, ...plans.map(plan => boundariesOf(edgesOfPlan(plan, used))));
  const sturges = plans.some(({ binning }) => binning.kind === 'sturges');
  return {
    current: of(edgeFacts),
    // A series is of the first test only.
    part: cells(
      ...plans
        .slice(0, 1)
        .map(plan => boundariesOf(edgesOfPlan(plan, edgeFacts))),
    ),
    reference: of(sturges ? edgeFacts : { ...edgeFacts, current: undefined }),
  };
}

/** Plans a column whose values were counted. */
export function planValues(
  { column, facts }: Candidate,
  choice: DriftChoice,
  reference: ColumnCounts,
  current: ColumnCounts,
): DriftPlan[] {
  let distinct: number;
  if (reference.values && current.values) {
    distinct = mergeValues(reference.values, current.values).values.length;
  } else {
    distinct = alignCategories(
      reference.categories ?? new Map(),
      current.categories ?? new Map(),
    ).categories.length;
  }
  return plansOf(
    {
      ...profileOf(facts, column, reference.distinct ?? 0),
      referenceRows: reference.rows - reference.missing - reference.nonFinite,
      distinct,
    },
    choice,
    () => true,
  );
}
