import {
  type DataHealth,
  type DriftTest,
  type FeatureHealth,
} from '@airworthy/plugin-ml-monitoring-common';
import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import type { DataQuestion } from '@airworthy/plugin-ml-monitoring-node';
import {
  createHarness,
  deploymentWith,
  type Harness,
  running,
} from '../../__testUtils__/harness';

// The machine may be busy.
jest.setTimeout(60_000);

const WINDOW = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };

describe('drift of logs by the rules of other tools', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness();
  });

  afterAll(() => harness.close());

  const ask = async (
    monitoring: MlMonitoringSpec,
    question: Partial<DataQuestion> = {},
  ): Promise<DataHealth> =>
    harness.source.dataHealth(deploymentWith(undefined, { monitoring }), {
      window: WINDOW,
      maxPoints: 100,
      signal: running(),
      baseline: monitoring.baseline,
      ...question,
    });

  /** Writes columns as a baseline table and as a log within the window. */
  async function write(
    name: string,
    baseline: string,
    current: string,
  ): Promise<MlMonitoringSpec> {
    await harness.write(`${name}/baseline.parquet`, baseline);
    await harness.write(
      `${name}/log.parquet`,
      `SELECT TIMESTAMP '2026-03-01 00:00:01' + to_seconds(row_number() OVER ()) AS timestamp, * FROM (${current})`,
    );
    return {
      inferenceLog: { path: `${name}/log.parquet` },
      baseline: { path: `${name}/baseline.parquet` },
    };
  }

  const of = (answer: DataHealth, feature: string): FeatureHealth =>
    answer.features.find(one => one.feature === feature)!;

  /* Series that both tools were run with; figures of Evidently 0.7.21 and NannyML. */
  const repeat = (...groups: [string, number][]) =>
    groups
      .map(([v, n]) => `SELECT '${v}' AS v FROM range(${n})`)
      .join(' UNION ALL ');
  const series: Record<string, [string, string]> = {
    num: [
      'SELECT ((i * 37) % 101) / 10 + ((i * i) % 7) / 20 AS v FROM range(1200) t(i)',
      'SELECT ((i * 53) % 97) / 9 + ((i * i) % 5) / 10 AS v FROM range(800) t(i)',
    ],
    cat: [
      repeat(['a', 500], ['b', 300], ['c', 200]),
      repeat(['a', 300], ['b', 350], ['c', 150]),
    ],
    catNew: [
      repeat(['a', 500], ['b', 300], ['c', 200]),
      repeat(['a', 300], ['b', 350], ['c', 100], ['d', 50]),
    ],
    binary: [
      'SELECT (i >= 600)::INTEGER AS v FROM range(1000) t(i)',
      'SELECT (i >= 420)::INTEGER AS v FROM range(800) t(i)',
    ],
    fiveValues: [
      'SELECT (i % 5)::INTEGER AS v FROM range(900) t(i)',
      'SELECT (CASE WHEN i < 200 THEN 0 WHEN i < 350 THEN 1 WHEN i < 450 THEN 2 WHEN i < 550 THEN 3 ELSE 4 END)::INTEGER AS v FROM range(600) t(i)',
    ],
  };
  const e = 'evidently' as const;
  const n = 'nannyml' as const;

  it.each<[string, 'evidently' | 'nannyml', DriftTest | undefined, number]>([
    ['num', e, 'psi', 0.20513781599265424],
    ['num', e, 'jensen-shannon', 0.13829394053579186],
    ['num', e, 'kolmogorov-smirnov', 0.0110425634034878],
    ['num', e, undefined, 0.1450603605351232],
    ['cat', e, 'psi', 0.08864494735264411],
    ['cat', e, undefined, 3.074410721364447e-17],
    ['catNew', e, 'psi', 0.5248041909754061],
    ['catNew', e, 'jensen-shannon', 0.19223206918688443],
    ['binary', e, undefined, 0.0014189555299717327],
    ['fiveValues', e, 'psi', 0.19356005054539455],
    ['fiveValues', e, 'wasserstein', 0.41247895569215265],
    ['num', n, undefined, 0.18376181890055393],
    ['num', n, 'kolmogorov-smirnov', 0.07333333333333333],
    ['num', n, 'wasserstein', 0.42322685185185194],
    ['num', n, 'hellinger', 0.18270045982008118],
    ['catNew', n, undefined, 0.23089424598775413],
    ['catNew', n, 'chi-square', 4.612156289023852e-25],
    ['catNew', n, 'l-infinity', 0.1375],
  ])(
    'series %s by the rules of %s, test %s',
    async (name, ruleSet, test, expected) => {
      const [baseline, current] = series[name];
      const monitoring = await write(`golden-${name}`, baseline, current);
      const answer = await ask(monitoring, { ruleSet, test });
      const { drift } = of(answer, 'v');
      expect(drift?.error).toBe(0);
      expect(Math.abs(drift!.value - expected)).toBeLessThan(1e-9);
    },
  );

  it('takes limits of NannyML from ten chunks of the baseline in its order', async () => {
    const monitoring = await write('golden-num', ...series.num);
    const answer = await ask(monitoring, { ruleSet: 'nannyml' });
    expect(of(answer, 'v').drift?.limits?.critical).toBeCloseTo(
      0.051111548898360996,
      9,
    );
    expect(of(answer, 'v').status).toBe('critical');
  });
});
