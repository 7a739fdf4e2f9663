import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type {
  MlBaseline,
  MlMonitoringSpec,
} from '@airworthy/plugin-ml-models-common';
import {
  createHarness,
  deploymentWith,
  running,
  type Harness,
} from '../__testUtils__/harness';
import type { OpenedLog, RowSelection } from './types';

type Log = NonNullable<MlMonitoringSpec['inferenceLog']>;

const DAY = {
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-03-02T00:00:00.000Z',
};

describe('rows of logs', () => {
  let harness: Harness;
  const open = (log: Log, variants?: []) =>
    harness.tools.logs.open(deploymentWith(log, variants && { variants }), {
      signal: running(),
    });
  const rowsOf = (
    log: Pick<OpenedLog, 'rows'>,
    selection?: RowSelection,
    select = '*',
    order = 'ALL',
  ) => {
    const { sql, params } = log.rows(selection);
    return harness.tools.engine.query<Record<string, unknown>>(
      `SELECT ${select} FROM ${sql} AS log ORDER BY ${order}`,
      params,
      { signal: running() },
    );
  };
  const put = async (name: string, content: string | Uint8Array) => {
    await fs.mkdir(join(harness.root, name, '..'), { recursive: true });
    await fs.writeFile(join(harness.root, name), content);
  };

  beforeAll(async () => {
    harness = await createHarness();
  });
  afterAll(() => harness.close());

  it('says that a log has no times, and refuses a window of it', async () => {
    await harness.write('timeless.parquet', 'SELECT 1 AS x');
    const log = await open({ path: 'timeless.parquet' }, []);
    expect(log.notices).toEqual([
      'timeless.parquet has no column of times ("x"), so that nothing can be said of a time window.',
    ]);
    await expect(rowsOf(log)).resolves.toEqual([{ x: 1 }]);
    expect(() => log.rows({ window: DAY })).toThrow(
      'spec.monitoring.inferenceLog.columns.timestamp',
    );
  });

  it('takes an input that is not in the log for missing, and says so', async () => {
    await harness.write('gone.parquet', 'SELECT 1 AS x, true AS label');
    const log = await open(
      { path: 'gone.parquet', features: ['x', 'y'], slices: ['z'] },
      [],
    );
    expect(log.features).toMatchObject([
      { name: 'x', type: 'numeric' },
      { name: 'y', type: 'unknown', duckType: 'NULL' },
    ]);
    expect(log.slices).toEqual([]);
    expect(log.notices).toEqual(
      expect.arrayContaining([
        'spec.monitoring.inferenceLog.features: expected columns of gone.parquet, was "y"; there are "x", "label".',
        'spec.monitoring.inferenceLog.slices: expected columns of gone.parquet, was "z"; there are "x", "label".',
      ]),
    );
    await expect(rowsOf(log, {}, 'x, y')).resolves.toEqual([{ x: 1, y: null }]);
  });

  it('tells variants by their version where the log names none, and bare text from an entity stays a value', async () => {
    await harness.write(
      'versions.parquet',
      `SELECT unnest(['1', '2', '9']) AS model_version, TIMESTAMP '2026-03-01' AS timestamp`,
    );
    const log = await open({ path: 'versions.parquet' });
    expect(log.notices).toEqual([
      'The log does not name variants: they are told by the model version.',
    ]);
    await expect(
      rowsOf(log, { variant: 'canary' }, 'variant, model_version'),
    ).resolves.toEqual([{ variant: 'canary', model_version: '2' }]);
    await expect(rowsOf(log, { variant: `x' OR '1' = '1` })).resolves.toEqual(
      [],
    );
  });

  it('reads only the files and partitions that can hold a window, of any age of schema', async () => {
    for (const day of ['01', '02', '05']) {
      await harness.write(
        `hive/region=eu/dt=2026-03-${day}/part.parquet`,
        `SELECT TIMESTAMP '2026-03-${day} 12:00:00' AS timestamp, ${Number(
          day,
        )} AS x`,
      );
    }
    const log = await open({ path: 'hive' }, []);
    const { params } = log.rows({ window: DAY });
    expect(Object.values(params).find(Array.isArray)).toEqual([
      expect.stringContaining('dt=2026-03-01'),
    ]);
    expect(log.rowsWithin(DAY)).toBe(1);
    expect(log.newestAt).toBe('2026-03-05T12:00:00.000Z');
    expect(log.features.map(f => f.name)).toEqual(['x']);
    await expect(rowsOf(log, { window: DAY })).resolves.toEqual([
      { ts: '2026-03-01T12:00:00.000Z', x: 1 },
    ]);
    await harness.write(
      'hive/region=eu/dt=2026-03-06/part.parquet',
      `SELECT TIMESTAMP '2026-03-06' AS timestamp, 6 AS x, 'new' AS y`,
    );
    const grown = await open({ path: 'hive' }, []);
    await expect(rowsOf(grown, { window: DAY })).resolves.toEqual([
      { ts: '2026-03-01T12:00:00.000Z', x: 1, y: null },
    ]);
  });

  it('limits the rows of a question', async () => {
    const limited = await createHarness({ duckdb: { maxRowsRead: 10 } });
    await limited.write(
      'log.parquet',
      `SELECT TIMESTAMP '2026-03-01' AS timestamp FROM range(11)`,
    );
    const log = await limited.tools.logs.open(
      deploymentWith({ path: 'log.parquet' }),
      { signal: running() },
    );
    expect(() => log.rows({ window: DAY })).toThrow(
      'expected at most 10 rows (mlMonitoring.duckdb.maxRowsRead), was 11',
    );
    await limited.close();
  });

  it('joins labels of a second table: the last one counts', async () => {
    await harness.write(
      'joined/log.parquet',
      `SELECT unnest(['a', 'b', 'c']) AS prediction_id, TIMESTAMP '2026-03-01' AS timestamp, true AS prediction, false AS label`,
    );
    await put(
      'joined/labels.csv',
      'id,truth,known\na,0,2026-03-02T00:00:00Z\na,1,2026-03-03T00:00:00Z\na,0,2026-03-01T00:00:00Z\nb,1,\nx,1,2026-03-02T00:00:00Z\n',
    );
    const labels = {
      path: 'joined/labels.csv',
      predictionId: 'id',
      label: 'truth',
      labelTimestamp: 'known',
    };
    const log = await open({ path: 'joined/log.parquet', labels }, []);
    await expect(
      rowsOf(log, { window: DAY }, 'prediction_id, label, label_ts'),
    ).resolves.toEqual([
      { prediction_id: 'a', label: 1, label_ts: '2026-03-03T00:00:00.000Z' },
      { prediction_id: 'b', label: 1, label_ts: null },
      { prediction_id: 'c', label: null, label_ts: null },
    ]);
    await expect(
      rowsOf(
        log,
        { labels: false },
        'count(*) AS n, sum(prediction::INT) AS p',
        'n',
      ),
    ).resolves.toEqual([{ n: 3, p: 3 }]);
    expect(log.typeOf('label')).toBe('BIGINT');
    await expect(
      open(
        { path: 'joined/log.parquet', labels: { path: 'joined/labels.csv' } },
        [],
      ),
    ).rejects.toThrow(
      'spec.monitoring.inferenceLog.labels.predictionId: expected a column of joined/labels.csv, was "prediction_id"; there are "id", "truth", "known"',
    );
  });

  it.each<[MlBaseline, string, number[]]>([
    [{ path: 'base/train.csv' }, 'table', [7, 8]],
    [
      { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
      'period',
      [1],
    ],
    [{ previousWindow: true }, 'previous-window', [2]],
  ])('opens the baseline %j', async (baseline, kind, expected) => {
    await put('base/train.csv', 'x\n7\n8\n');
    await harness.write(
      'base/log.parquet',
      `SELECT * FROM (VALUES (TIMESTAMP '2026-01-01', 1), (TIMESTAMP '2026-02-28', 2), (TIMESTAMP '2026-03-01', 3)) t(timestamp, x)`,
    );
    const opened = await harness.tools.logs.openBaseline(
      deploymentWith(
        { path: 'base/log.parquet', features: ['x'] },
        { variants: [] },
      ),
      baseline,
      DAY,
      { signal: running() },
    );
    expect(opened.kind).toBe(kind);
    const rows = await rowsOf(opened as never, {}, 'x', 'x');
    expect(rows.map(row => row.x)).toEqual(expected);
  });
});
