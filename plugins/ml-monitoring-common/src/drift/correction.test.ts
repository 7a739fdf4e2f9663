import fc from 'fast-check';
import { correctPValues } from './correction';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  maxLength: 50,
});

describe('correctPValues', () => {
  // Benjamini and Hochberg by hand: 0.01*4/1, 0.02*4/2, 0.03*4/3, 0.9.
  it('corrects for many tests', () => {
    const raw = [0.02, 0.9, NaN, 0.01, 0.03];
    expect(correctPValues(raw, 'none')).toEqual(raw);
    expect(correctPValues(raw, 'bonferroni')).toEqual([
      0.08,
      1,
      NaN,
      0.04,
      expect.closeTo(0.12, 12),
    ]);
    expect(correctPValues(raw, 'benjamini-hochberg')).toEqual([
      expect.closeTo(0.04, 12),
      0.9,
      NaN,
      expect.closeTo(0.04, 12),
      expect.closeTo(0.04, 12),
    ]);
  });

  it('keeps order, and stays between the raw value and Bonferroni', () => {
    fc.assert(
      fc.property(pValues, raw => {
        const corrected = correctPValues(raw, 'benjamini-hochberg');
        const most = correctPValues(raw, 'bonferroni');
        const byRaw = raw
          .map((p, i) => ({ p, q: corrected[i] }))
          .sort((a, b) => a.p - b.p || a.q - b.q);
        byRaw.forEach(({ p, q }, i) => {
          expect(q).toBeGreaterThanOrEqual(p);
          expect(q).toBeGreaterThanOrEqual(i ? byRaw[i - 1].q : 0);
        });
        corrected.forEach((q, i) =>
          expect(q).toBeLessThanOrEqual(most[i] + 1e-12),
        );
      }),
    );
  });
});
