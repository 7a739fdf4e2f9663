/**
 * The finite values of a column, distinct and ascending, with how often each
 * occurs: all that the exact tests need, and what a `GROUP BY` gives.
 *
 * @public
 */
export interface ValueCounts {
  readonly values: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  /** Rows counted: the sum of the counts. */
  readonly rows: number;
  /** Rows left out since they are null, not a number or infinite. */
  readonly excluded: number;
}

/** Moments and ranges of a numeric column. @public */
export interface NumericSummary {
  rows: number;
  distinct: number;
  min: number;
  max: number;
  mean: number;
  /** Of the population: divided by the rows, not by one less. */
  standardDeviation: number;
  /** Third standardised moment of the population; 0 where all values are equal. */
  skewness: number;
}

/** Counts the values of samples; whatever is no finite number is left out. @public */
export function countValues(
  samples: Iterable<number | null | undefined>,
): ValueCounts {
  const finite: number[] = [];
  let excluded = 0;
  for (const sample of samples) {
    if (typeof sample === 'number' && Number.isFinite(sample)) {
      // Minus zero would be a value of its own beside zero.
      finite.push(sample === 0 ? 0 : sample);
    } else {
      excluded++;
    }
  }
  const sorted = Float64Array.from(finite).sort();
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of sorted) {
    if (values.length && values[values.length - 1] === value) {
      counts[counts.length - 1]++;
    } else {
      values.push(value);
      counts.push(1);
    }
  }
  return { values, counts, rows: sorted.length, excluded };
}

/** Values with how often each occurs, in any order and with repeats, as a query gives them. @public */
export function fromValueCounts(
  groups: Iterable<{ value: number | null; count: number }>,
): ValueCounts {
  const finite: { value: number; count: number }[] = [];
  let excluded = 0;
  for (const { value, count } of groups) {
    if (!(count > 0) || !Number.isFinite(count)) continue;
    if (value !== null && Number.isFinite(value)) {
      finite.push({ value: value === 0 ? 0 : value, count });
    } else {
      excluded += count;
    }
  }
  finite.sort((a, b) => a.value - b.value);
  const values: number[] = [];
  const counts: number[] = [];
  let rows = 0;
  for (const { value, count } of finite) {
    rows += count;
    if (values.length && values[values.length - 1] === value) {
      counts[counts.length - 1] += count;
    } else {
      values.push(value);
      counts.push(count);
    }
  }
  return { values, counts, rows, excluded };
}

/** Moments and range of values; NaN where there is none. @public */
export function summariseValues(column: ValueCounts): NumericSummary {
  const { values, counts, rows } = column;
  const distinct = values.length;
  const moment = (of: (value: number) => number) => {
    let sum = 0;
    for (let i = 0; i < distinct; i++) sum += of(values[i]) * counts[i];
    return sum / rows;
  };
  const mean = moment(value => value);
  const standardDeviation =
    distinct === 1 ? 0 : Math.sqrt(moment(value => (value - mean) ** 2));
  return {
    rows,
    distinct,
    min: distinct ? values[0] : NaN,
    max: distinct ? values[distinct - 1] : NaN,
    mean,
    standardDeviation,
    skewness:
      standardDeviation === 0
        ? 0
        : moment(value => ((value - mean) / standardDeviation) ** 3),
  };
}

/**
 * Quantiles by linear interpolation between order statistics (type 7 of
 * Hyndman and Fan 1996, The American Statistician 50(4); the default of numpy
 * and DuckDB's `quantile_cont`).
 *
 * @public
 */
export function quantiles(
  column: ValueCounts,
  probabilities: readonly number[],
): number[] {
  const { values, counts, rows } = column;
  if (rows === 0) return probabilities.map(() => NaN);
  const ends = new Float64Array(values.length);
  let end = 0;
  for (let i = 0; i < values.length; i++) ends[i] = end += counts[i];
  const at = (rank: number) => values[upperBound(ends, rank)];
  return probabilities.map(p => {
    const position = Math.min(Math.max(p, 0), 1) * (rows - 1);
    const below = Math.floor(position);
    const low = at(below);
    const part = position - below;
    return part === 0 ? low : low + (at(below + 1) - low) * part;
  });
}

/** Index of the first element of an ascending list that is greater than x. */
export function upperBound(sorted: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Values of both columns together. @public */
export function mergeValues(a: ValueCounts, b: ValueCounts): ValueCounts {
  const values: number[] = [];
  const counts: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.values.length || j < b.values.length) {
    const left = i < a.values.length ? a.values[i] : Infinity;
    const right = j < b.values.length ? b.values[j] : Infinity;
    values.push(Math.min(left, right));
    counts.push(
      (left <= right ? a.counts[i++] : 0) + (right <= left ? b.counts[j++] : 0),
    );
  }
  return {
    values,
    counts,
    rows: a.rows + b.rows,
    excluded: a.excluded + b.excluded,
  };
}
