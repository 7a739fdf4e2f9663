import {
  computeFigure,
  type Series,
  type SeriesPoint,
} from '@airworthy/plugin-ml-monitoring-common';
import type { CountsByPart } from '../columns/countColumns';
import type { ComparedColumn } from '../columns/compareColumns';
import { outOfRange, unseenCategories } from '../columns/featureHealthOf';
import type { ColumnCounts } from '../columns/types';
import type { Steps } from '../shared/steps';

/** Fewer rows of a step tell no drift. */
const LEAST_ROWS = 30;

interface Figure {
  metric: string;
  unit: string;
  of(counts: ColumnCounts): number | null;
}

function driftFigure(compared: ComparedColumn): Figure[] {
  const { tests, arrange, reference } = compared;
  if (!tests.length || !arrange || !reference?.counts) return [];
  const { plan } = tests[0];
  const baseline = arrange(reference.counts);
  return [
    {
      metric: plan.test,
      unit: plan.figure === 'p-value' ? 'p' : '',
      of: counts => {
        const known = counts.rows - counts.missing - counts.nonFinite;
        if (known < LEAST_ROWS) return null;
        const { value } = computeFigure(plan, {
          reference: baseline,
          current: arrange(counts),
          referenceDeviation: reference.facts.standardDeviation,
        });
        return Number.isFinite(value) ? value : null;
      },
    },
  ];
}

function figuresOf(compared: ComparedColumn): Figure[] {
  const { column, reference } = compared;
  const share = (
    metric: string,
    part: (counts: ColumnCounts) => number | null,
  ): Figure => ({
    metric,
    unit: 'share',
    of: counts => {
      const rows = part(counts);
      return rows === null || counts.rows === 0 ? null : rows / counts.rows;
    },
  });
  const figures = [share('missing_share', ({ missing }) => missing)];
  if (column.type === 'numeric') {
    figures.push(share('non_finite_share', ({ nonFinite }) => nonFinite));
  }
  const { counts: baseline, facts } = reference ?? {};
  if (baseline && facts && column.type === 'numeric') {
    figures.push(
      share('out_of_range_share', counts => outOfRange(counts, facts)),
    );
  }
  if (baseline?.categories && baseline.rest === 0) {
    figures.push(
      share('unseen_category_share', counts =>
        unseenCategories(baseline, counts).reduce(
          (sum, [, count]) => sum + count,
          counts.rest,
        ),
      ),
    );
  }
  return [...driftFigure(compared), ...figures];
}

/** Figures of each step; null where a step has too few rows. */
export function partSeries(
  compared: ComparedColumn,
  parts: CountsByPart,
  steps: Steps,
): Series[] {
  const { name } = compared.column;
  return figuresOf(compared).map(({ metric, unit, of }): Series => {
    const points = Array.from(
      { length: steps.count },
      (_, step): SeriesPoint => {
        const counts = parts.get(step)?.get(name);
        return {
          at: steps.at(step),
          value: counts ? of(counts) : null,
          rows: counts?.rows ?? 0,
        };
      },
    );
    return { metric, unit, points };
  });
}
