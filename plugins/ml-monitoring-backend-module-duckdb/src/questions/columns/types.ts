import type { ValueCounts } from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql } from '../../engine/types';
import type { LogColumn, OpenedBaseline } from '../../log/types';
import type { Cells } from './boundaries';
import type { DriftChoice } from './plans';

/** How a column is counted. */
export type CountShape =
  /** Rows of each distinct value. */
  | { kind: 'values' }
  /** Rows between boundaries. */
  | { kind: 'cells'; boundaries: readonly number[] }
  /** Just how many there are. */
  | { kind: 'totals' };

/** A column and how it is to be counted. */
export interface ColumnRequest {
  column: LogColumn;
  shape: CountShape;
}

/** Rows of a column. */
export interface ColumnCounts {
  /** All rows, those without a value too. */
  rows: number;
  missing: number;
  /** Infinite or not a number. */
  nonFinite: number;
  /** Distinct values; approximate unless each was counted. */
  distinct: number | null;
  /** Rows of values beyond the most that are counted apart. */
  rest: number;
  /** Of a numeric column whose values were counted. */
  values?: ValueCounts;
  /** Of a categorical column whose values were counted. */
  categories?: ReadonlyMap<string, number>;
  /** Of a numeric column that was counted between boundaries. */
  cells?: Cells;
}

/** Moments and range of a column; NaN where there is no value. */
export interface ColumnFacts {
  /** Rows that are neither missing nor non-finite. */
  rows: number;
  /** Approximate. */
  distinct: number;
  min: number;
  max: number;
  mean: number;
  /** Of the population, as the next. */
  standardDeviation: number;
  skewness: number;
}

/** The baseline of a question, and which of its rows and columns count. */
export interface Reference {
  baseline: OpenedBaseline;
  variant?: string;
  /** Columns by the name of the current column that they are compared with. */
  columns: ReadonlyMap<string, LogColumn>;
}

/** What is compared with what. */
export interface CompareOptions {
  columns: readonly LogColumn[];
  /** Current rows. */
  rows: BoundSql;
  /** How many they are. */
  rowCount: number;
  reference?: Reference;
  choice: DriftChoice;
  /** Drift and distributions; counting values costs most, and is spared without it. */
  drift: boolean;
  /** Estimates of distinct values, which cost as much as a histogram; true without it. */
  distinct?: boolean;
  signal: AbortSignal;
}

/** Values are counted apart up to so many of a column; the rarest others are added up. */
export const MOST_VALUES = 50_000;

/** HyperLogLog of DuckDB, measured: see docs/benchmarks.md. */
export const DISTINCT_ERROR = '10 %';

export const isFloating = ({ duckType }: LogColumn) =>
  /^(DOUBLE|FLOAT|REAL)/i.test(duckType);
