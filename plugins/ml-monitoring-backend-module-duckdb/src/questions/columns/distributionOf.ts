import {
  alignCategories,
  type FeatureDistribution,
  foldCategories,
  type Histogram,
  histogramOf,
  histogramRows,
  quantiles,
} from '@airworthy/plugin-ml-monitoring-common';
import type { LogColumn } from '../../log/types';
import { histogramOfCells } from './boundaries';
import { PERCENTILE_STEPS } from './percentiles';
import { shownEdges } from './plans';
import type { ColumnCounts } from './types';

/** Values or categories that a chart shows one by one. */
const SHOWN_VALUES = 24;

const rowsOf = ({ rows, missing, nonFinite }: ColumnCounts) =>
  rows - missing - nonFinite;

function shares(counts: readonly number[], rows: number): number[] {
  return rows > 0 ? counts.map(count => count / rows) : [];
}

function ofCategories(
  reference: ReadonlyMap<string, number>,
  current: ReadonlyMap<string, number>,
  rows: { reference: number; current: number },
): FeatureDistribution {
  const table = foldCategories(
    alignCategories(reference, current),
    SHOWN_VALUES,
  );
  return {
    bins: table.categories,
    shares: {
      reference: shares(table.reference, rows.reference),
      current: shares(table.current, rows.current),
    },
  };
}

/** Labels of bins, those outside of the edges first and last. */
export function labelsOf(edges: readonly number[]): string[] {
  if (edges.length === 0) return [];
  const inner = edges
    .slice(1)
    .map((to, i) => (edges[i] === to ? `${to}` : `${edges[i]} to ${to}`));
  return [`below ${edges[0]}`, ...inner, `above ${edges[edges.length - 1]}`];
}

function ofHistograms(
  reference: Histogram | undefined,
  current: Histogram,
): FeatureDistribution {
  const sharesOf = (histogram: Histogram | undefined) =>
    histogram
      ? shares(
          [histogram.below, ...histogram.counts, histogram.above],
          histogramRows(histogram),
        )
      : [];
  return {
    bins: labelsOf(current.edges),
    shares: { reference: sharesOf(reference), current: sharesOf(current) },
  };
}

function ofValues(
  reference: ColumnCounts,
  current: ColumnCounts,
): FeatureDistribution {
  const sides = [reference.values, current.values];
  const distinct = new Set(
    sides.flatMap(side => (side ? Array.from(side.values) : [])),
  );
  if (distinct.size <= SHOWN_VALUES) {
    const values = [...distinct].sort((a, b) => a - b);
    const counts = (side: ColumnCounts) => {
      const of = new Map(
        Array.from(side.values?.values ?? [], (value, i) => [
          value,
          side.values!.counts[i],
        ]),
      );
      return values.map(value => of.get(value) ?? 0);
    };
    return {
      bins: values.map(String),
      shares: {
        reference: shares(counts(reference), rowsOf(reference)),
        current: shares(counts(current), rowsOf(current)),
      },
    };
  }
  // Told from the baseline, or from the current data where there is none.
  const from = reference.values?.rows ? reference.values : current.values!;
  const percentiles = quantiles(
    from,
    Array.from(
      { length: PERCENTILE_STEPS + 1 },
      (_, i) => i / PERCENTILE_STEPS,
    ),
  );
  const edges = shownEdges(percentiles);
  const empty = { values: [], counts: [], rows: 0, excluded: 0 };
  return ofHistograms(
    reference.values && histogramOf(reference.values, edges),
    histogramOf(current.values ?? empty, edges),
  );
}

/** Both sides in bins that people can read, which are not those of a test. */
export function distributionOf(
  column: LogColumn,
  reference: ColumnCounts,
  current: ColumnCounts,
  percentiles: readonly number[] | undefined,
): FeatureDistribution {
  if (column.type === 'categorical') {
    return ofCategories(
      reference.categories ?? new Map(),
      current.categories ?? new Map(),
      { reference: rowsOf(reference), current: rowsOf(current) },
    );
  }
  if (!percentiles || !current.cells) return ofValues(reference, current);
  const edges = shownEdges(percentiles);
  return ofHistograms(
    reference.cells && histogramOfCells(reference.cells, edges),
    histogramOfCells(current.cells, edges),
  );
}
