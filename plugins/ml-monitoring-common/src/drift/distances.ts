import { SharePair } from './histogram';

/** The share that stands for an empty bin where a logarithm of it is taken. @public */
export const EMPTY_BIN_SHARE = 0.0001;

/**
 * Puts a small share in place of each empty bin, on either side by itself and
 * without renormalising: 0.0001, or a millionth of the smallest share where
 * that is not above 0.0001 (Evidently 0.7.21, stattests/utils.py).
 *
 * @public
 */
export function fillEmptyBins(shares: SharePair): SharePair {
  const fill = (side: number[]) => {
    const smallest = side.reduce(
      (least, share) => (share > 0 && share < least ? share : least),
      Infinity,
    );
    const filler =
      smallest <= EMPTY_BIN_SHARE ? smallest / 1e6 : EMPTY_BIN_SHARE;
    return side.map(share => (share === 0 ? filler : share));
  };
  return { reference: fill(shares.reference), current: fill(shares.current) };
}

function sumPairs(
  { reference, current }: SharePair,
  of: (r: number, c: number) => number,
): number {
  if (reference.length === 0) return NaN;
  return reference.reduce((sum, r, i) => sum + of(r, current[i]), 0);
}

function normalised(side: number[]): number[] {
  const total = side.reduce((sum, share) => sum + share, 0);
  return side.map(share => share / total);
}

/**
 * Population stability index: the sum of (r - c) ln(r / c) (Siddiqi 2006,
 * Credit Risk Scorecards, chapter 10); infinite while a bin is empty on one side.
 *
 * @public
 */
export function populationStabilityIndex(shares: SharePair): number {
  return sumPairs(shares, (r, c) => (r === c ? 0 : (r - c) * Math.log(r / c)));
}

/** Relative entropy of two normalised sides; terms without mass count nothing. */
function entropy(reference: number[], current: number[]): number {
  return sumPairs({ reference, current }, (r, c) =>
    r === 0 ? 0 : r * Math.log(r / c),
  );
}

/**
 * Kullback-Leibler divergence of the baseline from the current data, in nats;
 * both sides are normalised first, as scipy.stats.entropy does.
 *
 * @public
 */
export function kullbackLeibler(shares: SharePair): number {
  return Math.max(
    0,
    entropy(normalised(shares.reference), normalised(shares.current)),
  );
}

/**
 * Jensen-Shannon distance: the square root of the divergence (Endres and
 * Schindelin 2003, IEEE Transactions on Information Theory 49(7)); as
 * scipy.spatial.distance.jensenshannon. Evidently takes base e, NannyML base 2.
 *
 * @public
 */
export function jensenShannonDistance(
  shares: SharePair,
  base: 2 | 'e' = 'e',
): number {
  const reference = normalised(shares.reference);
  const current = normalised(shares.current);
  const middle = reference.map((r, i) => (r + current[i]) / 2);
  const divergence =
    (entropy(reference, middle) + entropy(current, middle)) / 2;
  return Math.sqrt(
    Math.max(0, base === 2 ? divergence / Math.LN2 : divergence),
  );
}

/** Hellinger distance, from 0 to 1 (NannyML, drift/univariate/methods.py). @public */
export function hellingerDistance(shares: SharePair): number {
  return (
    Math.sqrt(sumPairs(shares, (r, c) => (Math.sqrt(r) - Math.sqrt(c)) ** 2)) /
    Math.SQRT2
  );
}

/** The largest change of the share of one category. @public */
export function lInfinityDistance({ reference, current }: SharePair): number {
  if (reference.length === 0) return NaN;
  return reference.reduce((most, r, i) => {
    const difference = Math.abs(r - current[i]);
    return difference > most || Number.isNaN(difference) ? difference : most;
  }, 0);
}
