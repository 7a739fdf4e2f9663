import fc from 'fast-check';
import { histogramOf } from '../histogram';
import { countValues } from '../values';
import { assessDrift, correctAssessments } from './assessDrift';
import { assessSamples, ColumnSamples } from './assessSamples';
import { computeFigure } from './computeFigure';
import { edgesOfValues } from './driftData';
import { planDrift } from './planDrift';
import { ColumnProfile, DriftRuleSet } from './types';

const profile = (
  type: ColumnProfile['type'],
  referenceRows: number,
  distinct: number,
): ColumnProfile => ({
  type,
  referenceRows,
  referenceDistinct: distinct,
  distinct,
});

describe('planDrift', () => {
  it.each<[DriftRuleSet, ColumnProfile, string, string]>([
    ['default', profile('numeric', 500, 400), 'psi', 'quantiles'],
    ['default', profile('numeric', 500, 10), 'psi', 'categories'],
    ['default', profile('categorical', 500, 400), 'psi', 'categories'],
    ['evidently', profile('numeric', 1_000, 6), 'kolmogorov-smirnov', 'none'],
    ['evidently', profile('numeric', 1_000, 5), 'chi-square', 'categories'],
    ['evidently', profile('numeric', 1_000, 2), 'z-test', 'categories'],
    ['evidently', profile('categorical', 1_000, 3), 'chi-square', 'categories'],
    ['evidently', profile('categorical', 1_000, 2), 'z-test', 'categories'],
    ['evidently', profile('numeric', 1_001, 6), 'wasserstein', 'none'],
    ['evidently', profile('numeric', 1_001, 5), 'jensen-shannon', 'categories'],
    [
      'evidently',
      profile('categorical', 1_001, 2),
      'jensen-shannon',
      'categories',
    ],
    ['nannyml', profile('numeric', 1_000, 51), 'jensen-shannon', 'doane'],
    ['nannyml', profile('numeric', 100, 11), 'jensen-shannon', 'doane'],
    ['nannyml', profile('numeric', 1_000, 50), 'jensen-shannon', 'categories'],
    [
      'nannyml',
      profile('categorical', 1_000, 60),
      'jensen-shannon',
      'categories',
    ],
  ])('%s %j', (ruleSet, column, test, binning) => {
    const plan = planDrift(column, { ruleSet });
    expect(plan.test).toBe(test);
    expect(plan.binning.kind).toBe(binning);
  });

  it('bins by Sturges only beyond twenty values', () => {
    const binning = (distinct: number) =>
      planDrift(profile('numeric', 5_000, distinct), {
        ruleSet: 'evidently',
        test: 'psi',
      }).binning.kind;
    expect([binning(20), binning(21)]).toEqual(['categories', 'sturges']);
  });

  it('refuses a test that the column does not allow', () => {
    expect(() =>
      planDrift(profile('categorical', 10, 3), { test: 'wasserstein' }),
    ).toThrow(
      'The test wasserstein of rule set default needs a numeric column, and this one is categorical',
    );
    expect(() =>
      planDrift(profile('numeric', 10, 3), { test: 'z-test' }),
    ).toThrow('needs a column of at most two values, and this one has 3');
  });
});

describe('default rules', () => {
  const baseline = Array.from({ length: 2_000 }, (_, i) => (i * 37) % 1_000);
  const numeric = (current: (number | null)[]): ColumnSamples => ({
    type: 'numeric',
    reference: baseline,
    current,
  });

  it('parts the baseline into ten bins of equal shares', () => {
    const calm = assessSamples(numeric([...baseline].reverse()));
    expect(calm).toMatchObject({ value: 0, bins: 10, status: 'ok', error: 0 });
  });

  // By hand: each bin has 0.1; a current sample with 0.19 in the lower five and 0.01 in the upper five.
  it('warns and is critical by PSI', () => {
    const current = baseline.flatMap(value =>
      new Array<number>(value < 500 ? 19 : 1).fill(value),
    );
    const shifted = assessSamples(numeric(current));
    expect(shifted.value).toBeCloseTo(
      5 * 0.09 * Math.log(1.9) - 5 * 0.09 * Math.log(0.1),
      9,
    );
    expect(shifted.status).toBe('critical');
    const mild = assessSamples(
      numeric(
        baseline.flatMap(value =>
          new Array<number>(value < 500 ? 14 : 6).fill(value),
        ),
      ),
    );
    expect(mild.status).toBe('warning');
  });

  it('leaves small samples undecided, with the reason', () => {
    expect(assessSamples(numeric(baseline.slice(0, 20)))).toMatchObject({
      status: 'unknown',
      reason: '20 rows are too few; expected at least 30',
    });
    expect(assessSamples(numeric(baseline.slice(0, 90))).reason).toBe(
      'too few rows for 10 bins: chance alone gives a PSI of about 0.10',
    );
  });

  it.each<[string, ColumnSamples, string | undefined]>([
    ['no current rows', numeric([]), 'the window has no rows with a value'],
    [
      'only what is no number',
      numeric([NaN, Infinity, null, -Infinity]),
      'the window has no rows with a value',
    ],
    [
      'no baseline',
      { type: 'numeric', reference: [], current: baseline },
      'the baseline has no rows with a value',
    ],
    [
      'a categorical column without rows',
      { type: 'categorical', reference: [null], current: ['a'] },
      'the baseline has no rows with a value',
    ],
  ])('says why it knows nothing: %s', (_, samples, reason) => {
    for (const ruleSet of ['default', 'evidently', 'nannyml'] as const) {
      expect(assessSamples(samples, { ruleSet })).toMatchObject({
        status: 'unknown',
        value: NaN,
        reason,
      });
    }
  });

  it('finds no drift in one value or one category, and all of it in another', () => {
    const of = (value: number | string, count = 2_000) =>
      new Array(count).fill(value);
    for (const ruleSet of ['default', 'evidently'] as const) {
      for (const type of ['numeric', 'categorical'] as const) {
        const same = { type, reference: of(7), current: of(7) };
        const other = { type, reference: of(7), current: of(8) };
        expect(assessSamples(same, { ruleSet }).status).toBe('ok');
        expect(assessSamples(other, { ruleSet }).status).toBe('critical');
      }
    }
  });

  it('stays finite and quick with ten thousand categories', () => {
    const categories = Array.from(
      { length: 20_000 },
      (_, i) => `c${i % 10_000}`,
    );
    const folded = assessSamples({
      type: 'categorical',
      reference: categories,
      current: [...categories, ...new Array(20_000).fill('new')],
    });
    expect(folded.bins).toBe(52);
    expect(folded.status).toBe('critical');
    expect(folded.value).toBeGreaterThan(1);
  });
});

describe('from histograms', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 500 }), {
    minLength: 60,
    maxLength: 200,
  });

  it('equals the figures of the rows', () => {
    fc.assert(
      fc.property(
        numbers,
        numbers,
        fc.constantFrom<DriftRuleSet>('default', 'evidently', 'nannyml'),
        fc.constantFrom('psi' as const, 'jensen-shannon' as const),
        (reference, current, ruleSet, test) => {
          const [a, b] = [countValues(reference), countValues(current)];
          const fromRows = assessSamples(
            { type: 'numeric', reference, current: [...current].reverse() },
            { ruleSet, test },
          );
          const { plan } = fromRows;
          fc.pre(plan.binning.kind !== 'categories');
          const edges = edgesOfValues(plan.binning, a, b);
          // As a query counts: each row by itself, with plain comparisons.
          const count = (rows: number[]) => ({
            edges,
            counts: edges.slice(1).map((to, i) => {
              const last = i === edges.length - 2;
              return rows.filter(
                x => x >= edges[i] && (last ? x <= to : x < to),
              ).length;
            }),
            below: rows.filter(x => x < edges[0]).length,
            above: rows.filter(x => x > edges[edges.length - 1]).length,
          });
          expect(count(reference)).toEqual(histogramOf(a, edges));
          const fromCounts = computeFigure(plan, {
            reference: { kind: 'histogram', histogram: count(reference) },
            current: { kind: 'histogram', histogram: count(current) },
          });
          expect(fromCounts.value).toBeCloseTo(fromRows.value, 12);
        },
      ),
    );
  });

  it('has no p-value that would be believed too much, and asks for what is missing', () => {
    const edges = [0, 5, 10];
    const side = {
      kind: 'histogram' as const,
      histogram: histogramOf(countValues([1, 2, 7, 9]), edges),
    };
    const sides = { reference: side, current: side };
    const plan = (referenceRows: number) =>
      planDrift(profile('numeric', referenceRows, 8), { ruleSet: 'evidently' });
    expect(assessDrift(plan(4), sides).status).toBe('unknown');
    expect(() => assessDrift(plan(2_000), sides)).toThrow(
      /needs referenceDeviation/,
    );
    // All rows anywhere within bins of 5: half a bin on either side, in deviations of 2.
    expect(
      assessDrift(plan(2_000), { ...sides, referenceDeviation: 2 }),
    ).toMatchObject({
      value: 0,
      error: 2.5,
      status: 'unknown',
      reason: 'the bins are too coarse: the figure is known to within 2.5 only',
    });
    expect(
      assessDrift(plan(2_000), { ...sides, referenceDeviation: 100 }),
    ).toMatchObject({ error: 0.05, status: 'ok' });
    expect(() =>
      computeFigure(plan(4), {
        reference: side,
        current: { kind: 'categories', counts: new Map([['a', 1]]) },
      }),
    ).toThrow('cannot compare histogram with categories');
  });
});

describe('correctAssessments', () => {
  it('calms p-values by the number of features, and leaves distances', () => {
    const column = (shift: number): ColumnSamples => ({
      type: 'numeric',
      reference: Array.from({ length: 300 }, (_, i) => i),
      current: Array.from({ length: 300 }, (_, i) => i + shift),
    });
    const raw = [
      ...[36, 0, 0, 0, 0, 0].map(shift =>
        assessSamples(column(shift), { ruleSet: 'evidently' }),
      ),
      assessSamples(column(100), { test: 'wasserstein' }),
    ];
    expect(raw[0].status).toBe('critical');
    const corrected = correctAssessments(raw, 'bonferroni');
    expect(corrected[0].correctedPValue).toBeCloseTo(6 * raw[0].value, 12);
    expect(corrected[0].status).toBe('ok');
    expect(corrected[6]).toEqual(raw[6]);
    expect(correctAssessments(raw, 'none')).toEqual(raw);
  });
});
