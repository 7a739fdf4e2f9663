import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import {
  createHarness,
  deploymentWith,
  running,
  type Harness,
} from '../../__testUtils__/harness';

describe('discovery', () => {
  let harness: Harness;
  const ask = (deployment: string, model?: string, withExamples = true) =>
    harness.source.discover(
      deploymentWith(undefined, {
        names: { deployment, model },
        monitoring: {},
        variants: [],
      }),
      { signal: running(), withExamples },
    );

  beforeAll(async () => {
    harness = await createHarness();
    const rows = `SELECT TIMESTAMP '2026-03-01' + INTERVAL (i) MINUTE AS requested_at, 'r' || i AS request_id,
      i * 1.5 AS elapsed_ms, ['oslo', 'rome'][i % 2 + 1] AS city, CASE WHEN i % 4 > 0 THEN i END AS distance,
      i % 2 = 0 AS predicted, 0.5 AS probability, NULL::BOOLEAN AS actual FROM range(100) t(i)`;
    await harness.write('delays/production/day-1.parquet', rows);
    await harness.write('delays/training.parquet', 'SELECT 1 AS distance');
    await harness.write(
      'captured.csv',
      'SELECT 1 AS id, 2 AS target, 3 AS prediction',
    );
    await fs.symlink(harness.outside, join(harness.root, 'hidden'));
  });
  afterAll(() => harness.close());

  it('finds the log that has the name of the deployment, guesses its columns and proposes to read it', async () => {
    const [found, other] = await ask('delays-production', 'delays');
    expect(other).toBeUndefined();
    expect(found).toMatchObject({
      source: { type: 'duckdb' },
      location: 'delays/production/*.parquet',
      rowsRead: 100,
      freshAt: '2026-03-01T01:39:00.000Z',
      proposal: {
        inferenceLog: {
          path: 'delays/production/*.parquet',
          format: 'parquet',
          columns: {
            predictionId: 'request_id',
            timestamp: 'requested_at',
            latency: 'elapsed_ms',
            prediction: 'predicted',
            score: 'probability',
            label: 'actual',
          },
          features: ['city', 'distance'],
          slices: ['city'],
        },
        baseline: { path: 'delays/training.parquet' },
      },
    });
    expect(found.columns).toEqual(
      expect.arrayContaining([
        {
          name: 'requested_at',
          type: 'TIMESTAMP',
          role: 'timestamp',
          missingShare: 0,
          examples: expect.any(Array),
        },
        {
          name: 'city',
          type: 'VARCHAR',
          role: 'feature',
          missingShare: 0,
          examples: ['oslo', 'rome'],
        },
        expect.objectContaining({ name: 'distance', missingShare: 0.25 }),
        expect.objectContaining({
          name: 'actual',
          role: 'label',
          missingShare: 1,
          examples: [],
        }),
      ]),
    );
    // What is proposed can be read.
    await expect(
      harness.source.serviceHealth(
        deploymentWith(undefined, { monitoring: found.proposal, variants: [] }),
        {
          window: { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' },
          maxPoints: 24,
          signal: running(),
        },
      ),
    ).resolves.toMatchObject({ rowsRead: 100 });
  });

  it('shows no values to those who may not see rows, and knows the shapes of tools', async () => {
    const [found] = await ask('captured', undefined, false);
    expect(found.proposal.inferenceLog).toMatchObject({
      path: 'captured.csv',
      preset: 'evidently',
    });
    expect(JSON.stringify(found.columns)).not.toContain('examples');
  });

  it('finds nothing for a name that is not there, and follows no link', async () => {
    await expect(ask('unknown')).resolves.toEqual([]);
    await expect(ask('hidden')).resolves.toEqual([]);
  });
});
