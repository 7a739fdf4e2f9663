import {
  calibrationOf,
  countScores,
  rankingQuality,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  createHarness,
  type Harness,
  running,
} from '../../__testUtils__/harness';
import { groupScores } from './scoreGroups';

// The machine may be busy.
jest.setTimeout(60_000);

describe('scores of very many rows', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness();
  });

  afterAll(() => harness.close());

  it('are put together, and the figures are as near as they say', async () => {
    const sql = `(SELECT i % 10007 / 10007 AS score, (i * 31) % 1009 / 1009 < i % 10007 / 10007 AS label
      FROM range(210000) t(i))`;
    const told = await groupScores(
      harness.tools.engine,
      { sql, params: {} },
      {
        kind: 'boolean',
        label: 'label',
        score: 'score',
        positive: 'true',
        threshold: 0.5,
      },
      running(),
    );
    const rows = await harness.rows<{ score: number; label: boolean }>(
      `SELECT * FROM ${sql}`,
    );
    const exact = countScores(
      rows.map(({ score, label }) => ({ score, positive: label })),
    );
    expect(told.rounded).toBe(true);
    const ranking = rankingQuality(told.ranked);
    const { value } = rankingQuality(exact).rocAuc;
    expect(ranking.rocAucTies).toBeGreaterThan(1e-6);
    expect(Math.abs(ranking.rocAuc.value - value)).toBeLessThanOrEqual(
      ranking.rocAucTies,
    );
    expect(calibrationOf(told.labelled).brier).toBeCloseTo(
      calibrationOf(exact).brier,
      8,
    );
  });
});
