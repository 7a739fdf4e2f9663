import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import {
  createHarness,
  deploymentWith,
  running,
  type Harness,
} from '../__testUtils__/harness';
import { inspectRows } from './inspectRows';

const window = {
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-03-02T00:00:00.000Z',
};

describe('inspectRows', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await createHarness();
  });
  afterAll(() => harness.close());

  it('counts labels from before their prediction, without one, twice, and of predictions that nobody asked for', async () => {
    await harness.write(
      'log.parquet',
      `SELECT TIMESTAMP '2026-03-01 12:00:00' AS timestamp, 'p' || i AS prediction_id,
         CASE WHEN i IN (0, 3) THEN NULL ELSE true END AS prediction,
         CASE WHEN i = 3 THEN 503 ELSE 200 END AS status_code FROM range(4) t(i)`,
    );
    await fs.writeFile(
      join(harness.root, 'labels.csv'),
      'prediction_id,label,label_timestamp\np0,1,2026-03-01T13:00:00Z\np1,0,2026-03-01T13:00:00Z\np1,1,2026-03-01T14:00:00Z\np2,1,2026-03-01T11:00:00Z\nlost,1,2026-03-01T13:00:00Z\np3,1,2026-03-01T13:00:00Z\n',
    );
    const log = await harness.tools.logs.open(
      deploymentWith(
        { path: 'log.parquet', labels: { path: 'labels.csv' } },
        { variants: [] },
      ),
      { signal: running() },
    );
    await expect(
      inspectRows(harness.tools, log, {
        window,
        labels: true,
        signal: running(),
      }),
    ).resolves.toEqual([
      'Rows with a label from before their prediction: 1; a clock is wrong.',
      'Rows with a label and no prediction: 1.',
      'Rows of labels that were followed by another of the same prediction: 1; the last counts.',
      'Rows of labels whose prediction is not in the log: 1.',
    ]);
  });

  it('counts rows of shadows, which share their ids with those of the stable variant, as fine', async () => {
    await harness.write(
      'shadow.parquet',
      `SELECT TIMESTAMP '2026-03-01' AS timestamp, 'p' AS prediction_id, unnest(['stable', 'canary', 'canary']) AS variant`,
    );
    const log = await harness.tools.logs.open(
      deploymentWith({ path: 'shadow.parquet' }),
      { signal: running() },
    );
    await expect(
      inspectRows(harness.tools, log, { window, signal: running() }),
    ).resolves.toEqual([
      'Rows that repeat the prediction id of another row of their variant: 1; each is counted.',
    ]);
  });
});
