import fc from 'fast-check';
import { histogramOf } from './histogram';
import {
  kolmogorovSmirnov,
  kolmogorovSmirnovOfHistograms,
} from './kolmogorovSmirnov';
import { countValues } from './values';

const column = (count: number, of: (i: number) => number) =>
  countValues(Array.from({ length: count }, (_, i) => of(i)));

describe('kolmogorovSmirnov', () => {
  // Expected: scipy 1.17.1, stats.ks_2samp.
  it.each([
    [
      'by hand',
      countValues([1, 2, 3, 4, 5]),
      countValues([3.5, 4.5, 6, 7]),
      0.6,
      0.2857142857142857,
    ],
    [
      'of equal sizes',
      column(30, i => i),
      column(30, i => i + 4.5),
      1 / 6,
      0.8079631540901643,
    ],
    [
      'of many rows, asymptotic',
      column(20_000, i => ((i * 37) % 1009) / 100),
      column(15_000, i => ((i * 53) % 1013) / 101),
      0.00695,
      0.7993792062881391,
    ],
    [
      'of many rows and few, asymptotic',
      column(20_000, i => ((i * 37) % 1009) / 100),
      column(40, i => ((i * 53) % 1013) / 150),
      0.33385,
      0.00017772049243970802,
    ],
  ])('equals scipy %s', (_, reference, current, statistic, pValue) => {
    const result = kolmogorovSmirnov(reference, current);
    expect(result.statistic).toBeCloseTo(statistic, 12);
    expect(result.pValue / pValue).toBeCloseTo(1, 8);
  });

  it('says nothing without rows', () => {
    expect(kolmogorovSmirnov(countValues([]), countValues([1]))).toEqual({
      statistic: NaN,
      pValue: NaN,
    });
  });

  it('finds no difference between equal samples', () => {
    const sample = countValues([1, 1, 2, 5]);
    expect(kolmogorovSmirnov(sample, sample)).toEqual({
      statistic: 0,
      pValue: 1,
    });
  });

  it('is bracketed by that of histograms', () => {
    const samples = fc.array(fc.integer({ min: -50, max: 50 }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const edges = [-50, -20, 0, 20, 50];
        const [reference, current] = [countValues(a), countValues(b)];
        const exact = kolmogorovSmirnov(reference, current).statistic;
        const { value, error } = kolmogorovSmirnovOfHistograms(
          histogramOf(reference, edges),
          histogramOf(current, edges),
        );
        expect(value).toBeLessThanOrEqual(exact + 1e-12);
        expect(exact).toBeLessThanOrEqual(value + error + 1e-12);
      }),
    );
  });
});
