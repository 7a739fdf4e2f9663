import { chiSquareTail } from './gamma';
import { kolmogorovTail } from './kolmogorov';
import { normalQuantile, normalTwoSided } from './normal';

/* Expected values: scipy 1.17.1, chi2.sf, norm.sf, norm.ppf and kstwo.sf. */
describe('tails and quantiles', () => {
  it.each([
    [3.84, 1, 0.05004352124870519],
    [0.5, 10, 0.999993388289439],
    [1_200, 1_000, 1.2255942330622893e-5],
    [10_000, 9_999, 0.4952983945386835],
    [116.39423076923076, 3, 4.612156289023852e-25],
    [700, 3, 2.0991308534204487e-151],
    [0, 3, 1],
  ])('chi-square above %d with %d degrees', (x, freedom, expected) => {
    expect(chiSquareTail(x, freedom) / expected).toBeCloseTo(1, 10);
  });

  it.each([
    [1.959964, 0.049999998192884795],
    [8, 1.244192114854348e-15],
    [20, 5.507248237212311e-89],
    [0, 1],
  ])('normal beyond %d', (z, expected) => {
    expect(normalTwoSided(z) / expected).toBeCloseTo(1, 10);
  });

  it.each([
    [1, 0.7, 0.6000000000000001],
    [5, 0.3, 0.664],
    [100, 0.09, 0.37063202558632835],
    [100, 0.15, 0.019839242125643017],
    [100, 0.25, 5.408871776434847e-6],
    [100, 0.6, 5.912822156396238e-35],
    [1000, 0.02, 0.8108971656895577],
    [1000, 0.04, 0.07933956059000224],
    [1000, 0.06, 0.001428597887952891],
    [19999, 0.008, 0.15373561756613974],
    [50000, 0.0065, 0.029123491051929684],
    [1000000, 0.0015, 0.022195758430640866],
    [10, 1.0, 0.0],
    [10, 0.05, 1.0],
  ])('Kolmogorov of %d values beyond %d', (n, d, expected) => {
    expect(Math.abs(kolmogorovTail(n, d) - expected)).toBeLessThan(1e-7);
  });

  it.each([
    [1e-300, -37.0470962993612],
    [1e-9, -5.9978070150076865],
    [0.025, -1.9599639845400545],
    [0.3, -0.5244005127080409],
    [0.5, 0.0],
    [0.975, 1.959963984540054],
    [0.9999, 3.719016485455709],
  ])('normal quantile of %d', (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 12);
  });

  it('refuses what is no probability, and is infinite at the ends', () => {
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(chiSquareTail(Infinity, 4)).toBe(0);
    expect(chiSquareTail(NaN, 4)).toBeNaN();
  });
});
