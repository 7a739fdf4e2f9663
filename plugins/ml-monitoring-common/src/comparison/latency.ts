import { countValues } from '../drift/values';
import { bootstrapInterval, BootstrapOptions } from '../quality/bootstrap';
import { mannWhitney, medianOf, shiftBetween } from './mannWhitney';
import { enoughData, VariantDifference } from './proportions';

/** Rows of a variant that are drawn again at most: more narrow the interval by less than it tells. */
const MOST_DRAWN = 5_000;

/** Every k-th row, so that a sample covers the whole window. */
function thinned(values: Float64Array): Float64Array {
  if (values.length <= MOST_DRAWN) return values;
  const step = values.length / MOST_DRAWN;
  return Float64Array.from(
    { length: MOST_DRAWN },
    (_, i) => values[Math.floor(i * step)],
  );
}

/**
 * Compares measured values such as latencies: Mann-Whitney's test, the shift,
 * and a bootstrap interval of the difference of medians. The interval is of at
 * most 5,000 rows a variant, evenly taken; it is wider for that, never narrower.
 *
 * @public
 */
export function compareValues(
  stable: readonly (number | null | undefined)[],
  candidate: readonly (number | null | undefined)[],
  options: BootstrapOptions & { leastRows?: number } = {},
): VariantDifference {
  const finite = (values: readonly (number | null | undefined)[]) =>
    Float64Array.from(values.filter(Number.isFinite) as number[]);
  const a = finite(stable);
  const b = finite(candidate);
  const drawnFrom = [thinned(a), thinned(b)];
  const { value, method } = shiftBetween(a, b);
  const buffers = drawnFrom.map(values => new Float64Array(values.length));
  const interval = bootstrapInterval(
    drawnFrom.map(values => values.length),
    drawn => {
      drawn.forEach((indices, side) => {
        for (let i = 0; i < indices.length; i++) {
          buffers[side][i] = drawnFrom[side][indices[i]];
        }
      });
      return medianOf(buffers[1]) - medianOf(buffers[0]);
    },
    options,
  );
  return {
    stable: medianOf(a),
    candidate: medianOf(b),
    difference: value,
    interval,
    pValue: mannWhitney(countValues(a), countValues(b)).pValue,
    method: `Mann-Whitney test, ${method}, bootstrap interval of the difference of medians`,
    rows: { stable: a.length, candidate: b.length },
    enough: enoughData(a.length, b.length, { leastRows: options.leastRows }),
  };
}
