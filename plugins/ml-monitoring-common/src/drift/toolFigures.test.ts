import {
  evidentlyFigures,
  nannymlFigures,
  toolSeries,
} from '../testing/toolFigures';
import { assessSamples } from './rules/assessSamples';
import { edgesOfValues } from './rules/driftData';
import { DriftTest } from './rules/types';
import { countValues } from './values';

type Row = [string, DriftTest | undefined, string, number];

const { num } = toolSeries;
const e = evidentlyFigures;
const n = nannymlFigures;

describe('figures of Evidently 0.7.21', () => {
  it.each<Row>([
    ['num', 'psi', 'value', e.num.psi],
    ['num', 'jensen-shannon', 'value', e.num.jensenShannon],
    ['num', 'kullback-leibler', 'value', e.num.klDivergence],
    ['num', 'kolmogorov-smirnov', 'value', e.num.ksPValue],
    ['num', 'kolmogorov-smirnov', 'statistic', e.num.ksStatistic],
    ['num', undefined, 'value', e.num.wassersteinNormed],
    ['cat', 'psi', 'value', e.cat.psi],
    ['cat', 'jensen-shannon', 'value', e.cat.jensenShannon],
    ['cat', undefined, 'value', e.cat.chiSquarePValue],
    ['catNew', 'psi', 'value', e.catNew.psi],
    ['catNew', 'jensen-shannon', 'value', e.catNew.jensenShannon],
    ['catNew', undefined, 'value', e.catNew.chiSquarePValue],
    ['binary', undefined, 'value', e.binary.zPValue],
    ['fiveValues', 'psi', 'value', e.fiveValues.psi],
    ['fiveValues', 'jensen-shannon', 'value', e.fiveValues.jensenShannon],
    ['fiveValues', undefined, 'value', e.fiveValues.chiSquarePValue],
    ['fiveValues', 'wasserstein', 'value', e.fiveValues.wassersteinNormed],
  ])('series %s by test %s: %s', (name, test, field, expected) => {
    const samples = toolSeries[name as keyof typeof toolSeries];
    const assessment = assessSamples(samples, { ruleSet: 'evidently', test });
    const value = assessment[field as 'value'];
    // Relative, so that tiny p-values are right in themselves, not just near zero.
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * expected);
  });

  it('bins as it does', () => {
    const edges = edgesOfValues(
      { kind: 'sturges' },
      countValues(num.reference),
      countValues(num.current),
    );
    expect(edges).toHaveLength(e.num.bins + 1);
    expect(edges[0]).toBe(e.num.edgesFrom);
    expect(edges[e.num.bins]).toBeCloseTo(e.num.edgesTo, 12);
  });
});

describe('figures of NannyML', () => {
  const limits = n.num.upperThresholds;

  it.each<Row>([
    ['num', undefined, 'value', n.num.jensenShannon],
    ['num', 'kolmogorov-smirnov', 'value', n.num.ksStatistic],
    ['num', 'wasserstein', 'value', n.num.wasserstein],
    ['num', 'hellinger', 'value', n.num.hellinger],
    ['catNew', undefined, 'value', n.catNew.jensenShannon],
    ['catNew', 'chi-square', 'statistic', n.catNew.chiSquareStatistic],
    ['catNew', 'chi-square', 'value', n.catNew.chiSquarePValue],
    ['catNew', 'l-infinity', 'value', n.catNew.lInfinity],
    ['catNew', 'hellinger', 'value', n.catNew.hellinger],
  ])('series %s by test %s: %s', (name, test, field, expected) => {
    const samples = toolSeries[name as keyof typeof toolSeries];
    const assessment = assessSamples(samples, { ruleSet: 'nannyml', test });
    const value = assessment[field as 'value'];
    // Relative, so that tiny p-values are right in themselves, not just near zero.
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * expected);
  });

  it.each<[DriftTest, number]>([
    ['jensen-shannon', limits.jensenShannon],
    ['kolmogorov-smirnov', limits.ksStatistic],
    ['wasserstein', limits.wasserstein],
    ['hellinger', limits.hellinger],
  ])('upper limit of %s', (test, expected) => {
    const assessment = assessSamples(num, { ruleSet: 'nannyml', test });
    expect(assessment.limits?.critical).toBeCloseTo(expected, 9);
    expect(assessment.status).toBe('critical');
  });

  it('takes as many bins as Doane says', () => {
    const edges = edgesOfValues(
      { kind: 'doane' },
      countValues(num.reference),
      countValues(num.current),
    );
    expect(edges).toHaveLength(n.num.doaneBins + 1);
  });
});
