/**
 * Tail of Kolmogorov's one-sample statistic D of n values, by the methods and
 * ranges that Simard and L'Ecuyer recommend (2011, Journal of Statistical
 * Software 39(11)); scipy's `kstwo.sf` follows them too.
 */
export function kolmogorovTail(n: number, d: number): number {
  if (!(n >= 1) || Number.isNaN(d)) return NaN;
  if (d >= 1) return 0;
  if (n * d <= 0.5) return 1;
  const square = n * d * d;
  if (square >= 370) return 0;
  if (d >= 0.5 || square >= tailFrom(n)) {
    return Math.min(1, 2 * smirnovTail(n, d));
  }
  const inside =
    n <= 140 || (n <= 100_000 && n * d ** 1.5 <= 1.4)
      ? durbinMatrix(n, d)
      : pelzGood(n, d);
  return Math.min(1, Math.max(0, 1 - inside));
}

/** Up to so many values the one-sided tail is summed; beyond, its limit is within 1e-7. */
const EXACT_TAIL = 20_000;

/** From which n d² on D is too rarely exceeded on both sides to matter. */
function tailFrom(n: number): number {
  if (n <= 140) return 4;
  return n <= EXACT_TAIL ? 2.2 : 8;
}

/** Tail of the one-sided statistic: Birnbaum and Tingey (1951), Annals of Mathematical Statistics 22(4). */
function smirnovTail(n: number, d: number): number {
  if (n > EXACT_TAIL) {
    // Maag and Dicaire (1971), Biometrika 58(3).
    return Math.exp(-((6 * n * d + 1) ** 2) / (18 * n));
  }
  const last = Math.floor(n * (1 - d));
  let logChoose = 0;
  let sum = 0;
  for (let j = 0; j <= last; j++) {
    const low = d + j / n;
    const rest = 1 - low;
    if (rest > 0) {
      sum += Math.exp(
        logChoose + (j - 1) * Math.log(low) + (n - j) * Math.log(rest),
      );
    }
    logChoose += Math.log((n - j) / (j + 1));
  }
  return d * sum;
}

function multiply(a: Float64Array, b: Float64Array, m: number): Float64Array {
  const product = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < m; k++) {
      const factor = a[i * m + k];
      if (factor === 0) continue;
      for (let j = 0; j < m; j++) product[i * m + j] += factor * b[k * m + j];
    }
  }
  return product;
}

/** Exact P(D < d): Marsaglia, Tsang and Wang (2003), Journal of Statistical Software 8(18). */
function durbinMatrix(n: number, d: number): number {
  const k = Math.ceil(n * d);
  const h = k - n * d;
  const m = 2 * k - 1;
  const factorial = new Float64Array(m + 1).fill(1);
  for (let i = 1; i <= m; i++) factorial[i] = factorial[i - 1] / i;
  let matrix = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < Math.min(m, i + 2); j++) {
      matrix[i * m + j] = factorial[i - j + 1];
    }
  }
  for (let i = 0; i < m; i++) {
    const edge = (1 - h ** (i + 1)) * factorial[i + 1];
    matrix[i * m] = edge;
    matrix[(m - 1) * m + (m - 1 - i)] = edge;
  }
  matrix[(m - 1) * m] =
    (1 - 2 * h ** m + Math.max(0, 2 * h - 1) ** m) * factorial[m];

  let power: Float64Array | undefined;
  let powerScale = 0;
  let scale = 0;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      power = power ? multiply(power, matrix, m) : matrix;
      powerScale += scale;
    }
    matrix = multiply(matrix, matrix, m) as typeof matrix;
    scale *= 2;
    const size = matrix[(k - 1) * m + k - 1];
    if (size > 1e140) {
      const by = 1 / size;
      matrix = matrix.map(value => value * by);
      scale += Math.log(size);
    }
  }
  const value = power![(k - 1) * m + k - 1];
  let logFactor = powerScale;
  for (let i = 1; i <= n; i++) logFactor += Math.log(i / n);
  return Math.exp(Math.log(value) + logFactor);
}

/** P(D <= d) for many values: Pelz and Good (1976), Journal of the Royal Statistical Society B 38(2). */
function pelzGood(n: number, d: number): number {
  const z = Math.sqrt(n) * d;
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  const pi2 = Math.PI ** 2;
  const terms = Math.ceil((16 * z) / Math.PI);
  const sums = [0, 0, 0, 0];
  for (let k = terms; k >= 1; k--) {
    const m2 = (2 * k - 1) ** 2;
    const weight = Math.exp((-pi2 * m2) / (8 * z2));
    const p = pi2 * m2;
    sums[0] += weight;
    sums[1] += weight * (p / 4 - z2);
    sums[2] +=
      weight *
      (6 * z6 +
        2 * z4 +
        ((2 * z4 - 5 * z2) * p) / 4 +
        ((1 - 2 * z2) * p * p) / 16);
    sums[3] +=
      weight *
      (-30 * z6 -
        90 * z4 * z4 +
        ((135 * z4 - 96 * z6) * p) / 4 +
        ((212 * z4 - 60 * z2) * p * p) / 16 +
        ((5 - 30 * z2) * p ** 3) / 64);
  }
  const root = Math.sqrt(2 * Math.PI);
  let second = 0;
  let third = 0;
  for (let k = terms; k >= 1; k--) {
    const p = pi2 * k * k;
    const weight = Math.exp(-p / (2 * z2));
    second += weight * p;
    third += weight * p * (3 * z2 - p);
  }
  return (
    (root * sums[0]) / z +
    (root * sums[1]) / (6 * z4) / Math.sqrt(n) +
    ((root * sums[2]) / (72 * z6 * z) - (root * second) / (36 * z2 * z)) / n +
    ((root * sums[3]) / (6480 * z6 * z4) + (root * third) / (216 * z6)) /
      n ** 1.5
  );
}
