import {
  arrangeValues,
  type DriftData,
  type DriftPlan,
  edgesOfValues,
  type ValueCounts,
} from '@airworthy/plugin-ml-monitoring-common';
import { histogramOfCells } from './boundaries';
import { type EdgeFacts, edgesOfPlan } from './plans';
import type { ColumnCounts } from './types';

/** Puts counts into the bins or categories of a plan. */
export type Arrange = (counts: ColumnCounts) => DriftData;

const NO_VALUES: ValueCounts = { values: [], counts: [], rows: 0, excluded: 0 };

/** How counts of a column whose values were counted are arranged. */
export function arrangeByValue(
  plan: DriftPlan,
  reference: ColumnCounts,
  current: ColumnCounts,
  integer: boolean,
): Arrange {
  if (reference.categories) {
    return ({ categories }) => ({
      kind: 'categories',
      counts: categories ?? new Map(),
    });
  }
  const { binning } = plan;
  const edges =
    binning.kind === 'none' || binning.kind === 'categories'
      ? []
      : edgesOfValues(
          binning,
          reference.values ?? NO_VALUES,
          current.values ?? NO_VALUES,
          { integer },
        );
  return ({ values }) => arrangeValues(binning, edges, values ?? NO_VALUES);
}

/** How counts of a column that was counted between boundaries are arranged. */
export function arrangeByCell(plan: DriftPlan, facts: EdgeFacts): Arrange {
  const edges = edgesOfPlan(plan, facts);
  return ({ cells }) => ({
    kind: 'histogram',
    histogram: histogramOfCells(
      cells ?? { boundaries: [], counts: [0] },
      edges,
    ),
  });
}
