import { InputError } from '@backstage/errors';
import { seededRandom } from '../numeric/random';
import { DEFAULT_LEVEL, Interval } from './intervals';

/** How often rows are drawn again, and from which seed. @public */
export interface BootstrapOptions {
  /** 1,000 without it. */
  resamples?: number;
  level?: number;
  /** The same seed gives the same interval. */
  seed?: number;
}

function shareQuantile(sorted: Float64Array, p: number): number {
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

/**
 * Percentile bootstrap interval of a figure of rows (Efron and Tibshirani
 * 1993, An Introduction to the Bootstrap, section 13.3). `figure` gets indices
 * of the drawn rows of each group, which are drawn apart.
 *
 * @public
 */
export function bootstrapInterval(
  groups: readonly number[],
  figure: (drawn: readonly Uint32Array[]) => number,
  options: BootstrapOptions = {},
): Interval {
  const { resamples = 1_000, level = DEFAULT_LEVEL, seed = 1 } = options;
  if (!Number.isInteger(resamples) || resamples < 2 || resamples > 100_000) {
    throw new InputError(
      `resamples must be a whole number from 2 to 100000, and was ${resamples}`,
    );
  }
  if (groups.some(size => size === 0)) {
    return { lower: NaN, upper: NaN, level };
  }
  const random = seededRandom(seed);
  const drawn = groups.map(size => new Uint32Array(size));
  const figures: number[] = [];
  for (let round = 0; round < resamples; round++) {
    for (const indices of drawn) {
      for (let i = 0; i < indices.length; i++) {
        indices[i] = Math.floor(random() * indices.length);
      }
    }
    const value = figure(drawn);
    // A draw of one class only has no ROC AUC, and says nothing.
    if (Number.isFinite(value)) figures.push(value);
  }
  if (figures.length < resamples / 2) {
    return { lower: NaN, upper: NaN, level };
  }
  const sorted = Float64Array.from(figures).sort();
  return {
    lower: shareQuantile(sorted, (1 - level) / 2),
    upper: shareQuantile(sorted, (1 + level) / 2),
    level,
  };
}
