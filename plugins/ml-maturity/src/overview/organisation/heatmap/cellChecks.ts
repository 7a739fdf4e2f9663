import {
  CheckStatus,
  PortfolioFilter,
  RollupBy,
  Rubric,
  RubricCheck,
  ScorecardListItem,
  isCounted,
} from '@airworthy/plugin-ml-maturity-common';
import { HeatmapColumns, TOTAL } from '../../state/overviewState';

/** Statuses of checks that are still to do. */
export const OPEN: readonly CheckStatus[] = ['fail', 'unknown', 'error'];

/** A cell of the heatmap. */
export interface Cell {
  row: string;
  column: string;
}

/** The checks that a column sums up. */
export function checksOfColumn(
  rubric: Rubric,
  measure: HeatmapColumns,
  column: string,
): RubricCheck[] {
  return rubric.checks.filter(check => {
    if (!isCounted(check, new Date())) return false;
    if (column === TOTAL) return true;
    switch (measure) {
      case 'category':
        return check.category === column;
      case 'phase':
        return check.phase === column;
      case 'level':
        return String(check.level) === column;
      default:
        return check.id === column;
    }
  });
}

/** The filter of a row's models. */
export function rowFilter(
  filter: PortfolioFilter,
  by: RollupBy,
  row: string,
): PortfolioFilter {
  return row === TOTAL ? filter : { ...filter, [by]: [row] };
}

/** The filter of models that have something open in a column. */
export function openFilter(
  measure: HeatmapColumns,
  column: string,
): PortfolioFilter {
  if (column === TOTAL) return { status: [...OPEN] };
  switch (measure) {
    case 'level':
      return { checkLevel: [Number(column)] };
    default:
      return { [measure]: [column] };
  }
}

/** How a model does in some checks. */
export function standingIn(
  checks: readonly RubricCheck[],
  statuses: ScorecardListItem['checks'] = {},
) {
  const has = (...wanted: CheckStatus[]) =>
    checks.filter(({ id }) => wanted.includes(statuses[id]));
  return {
    pass: has('pass').length,
    total: has('pass', 'fail', 'unknown', 'error').length,
    unknown: has('unknown', 'error').length,
    open: has(...OPEN),
  };
}
