import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
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

describe('logs', () => {
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

  it.each([
    [
      'csv',
      'timestamp,prediction_id,latency_ms,distance,origin\n2026-03-01T12:00:00Z,p1,5.5,100,"O""HARE, 1"\n2026-03-03T12:00:00Z,p2,6,,JFK\n',
    ],
    [
      'jsonl',
      '{"timestamp":"2026-03-01T12:00:00Z","prediction_id":"p1","latency_ms":5.5,"distance":100,"origin":"O\\"HARE, 1"}\n{"timestamp":"2026-03-03T12:00:00Z","prediction_id":"p2","latency_ms":6,"origin":"JFK"}\n',
    ],
  ])('reads %s', async (ending, content) => {
    await put(`formats/log.${ending}`, content);
    const log = await open({ path: `formats/log.${ending}` }, []);
    await expect(rowsOf(log, { window: DAY })).resolves.toEqual([
      {
        ts: '2026-03-01T12:00:00.000Z',
        prediction_id: 'p1',
        latency_ms: 5.5,
        distance: 100,
        origin: 'O"HARE, 1',
      },
    ]);
    expect(log.features).toMatchObject([
      { name: 'distance', type: 'numeric', integer: true },
      { name: 'origin', type: 'categorical' },
    ]);
  });

  it.each([
    ['TIMESTAMP', `TIMESTAMP '2026-03-01 12:00:00'`],
    ['TIMESTAMP_NS', `TIMESTAMP_NS '2026-03-01 12:00:00'`],
    ['TIMESTAMP_MS', `TIMESTAMP_MS '2026-03-01 12:00:00'`],
    ['TIMESTAMPTZ', `TIMESTAMPTZ '2026-03-01 14:00:00+02'`],
    ['seconds', `1772366400`],
    ['seconds with parts', `1772366400.0::DOUBLE`],
    ['milliseconds', `1772366400000`],
    ['microseconds', `1772366400000000`],
    ['nanoseconds', `1772366400000000000`],
    ['text', `'2026-03-01T14:00:00+02:00'`],
    ['text without an offset', `'2026-03-01 12:00:00'`],
  ])('reads times as %s, to the bounds of a window', async (name, value) => {
    const file = `times/${name}.parquet`;
    await harness.write(file, `SELECT ${value} AS timestamp, 1 AS x`);
    const log = await open({ path: file }, []);
    const between = async (from: string, to: string) =>
      (await rowsOf(log, { window: { from, to } }, 'ts')).map(row => row.ts);
    const noon = '2026-03-01T12:00:00.000Z';
    expect(await between(noon, '2026-03-01T12:00:00.001Z')).toEqual([noon]);
    expect(
      await between('2026-03-01T11:00:00Z', '2026-03-01T12:00:00Z'),
    ).toEqual([]);
    expect(await between('2026-03-01T12:00:00.001Z', DAY.to)).toEqual([]);
  });

  it.each([
    [
      'an HTTP status',
      'status',
      [200, 404, 500, 503],
      [false, false, true, true],
    ],
    ['a gRPC status', 'status', [0, 0, 13, 14], [false, false, true, true]],
    [
      'a flag',
      'status',
      [false, false, true, true],
      [false, false, true, true],
    ],
    [
      'words',
      'status',
      ["'OK'", "'STATUS_CODE_UNSET'", "'ERROR'", "'503'"],
      [false, false, true, true],
    ],
  ])('tells failures from %s', async (name, _, values, expected) => {
    const file = `status/${name}.parquet`;
    await harness.write(
      file,
      `SELECT unnest([${values.join(
        ', ',
      )}]) AS status_code, unnest(range(4)) AS n`,
    );
    const log = await open({ path: file }, []);
    const rows = await rowsOf(log, {}, 'is_error', 'n');
    expect(rows.map(row => row.is_error)).toEqual(expected);
  });

  it('maps columns of other names, quotes in names too, and leaves them out of the features', async () => {
    await harness.write(
      'mapped.parquet',
      `SELECT TIMESTAMP '2026-03-01 12:00:00' AS "when", 3 AS "took ""ms""", 'x' AS "a'); DROP TABLE t; --", 1.5 AS ts, 'v' AS score`,
    );
    const log = await open(
      {
        path: 'mapped.parquet',
        columns: { timestamp: 'when', latency: 'took "ms"', score: 'ts' },
      },
      [],
    );
    expect(log.features.map(f => f.name)).toEqual([
      `a'); DROP TABLE t; --`,
      'score',
    ]);
    const [drop, score] = log.features;
    await expect(
      rowsOf(
        log,
        { window: DAY },
        `latency_ms, score, ${drop.sql} AS evil, ${score.sql} AS own`,
      ),
    ).resolves.toEqual([{ latency_ms: 3, score: 1.5, evil: 'x', own: 'v' }]);
  });

  it.each<[string, Log, string]>([
    [
      'a mapped column that is not there',
      { path: 'bad.parquet', columns: { latency: 'took' } },
      'spec.monitoring.inferenceLog.columns.latency: expected a column of bad.parquet, was "took"; there are "timestamp", "latency_ms", "blob"',
    ],
    [
      'a column of the wrong type',
      { path: 'bad.parquet', columns: { latency: 'blob' } },
      'spec.monitoring.inferenceLog.columns.latency: expected numbers in the column "blob", was BLOB',
    ],
    [
      'times that are none',
      { path: 'bad.parquet', columns: { timestamp: 'latency_ms' } },
      'spec.monitoring.inferenceLog.columns.timestamp: expected times in the column "latency_ms", ISO 8601 or a count since 1970, was "slow"',
    ],
    [
      'no file',
      { path: 'none.parquet' },
      'none.parquet: there is no such file or folder below logs',
    ],
    [
      'an empty folder',
      { path: 'empty' },
      'empty: there is no such file or folder below logs',
    ],
    [
      'a truncated file',
      { path: 'cut.parquet' },
      `DuckDB: Invalid Input Error: No magic bytes found at end of file 'logs/cut.parquet'`,
    ],
    [
      'files of two formats',
      { path: 'two' },
      'two: expected files of one format, or a format in the entity, was csv and parquet',
    ],
    [
      'files of no known format',
      { path: 'notes.txt' },
      'notes.txt: expected files that end in .parquet, .csv, .jsonl or .json, or a format in the entity, was notes.txt',
    ],
    [
      'records that are not of KServe',
      { path: 'bad.parquet', preset: 'kserve' },
      `bad.parquet: expected records of KServe's logger, with a column id or Id or ce_id or ce-id; there are "timestamp", "latency_ms", "blob"`,
    ],
  ])('refuses %s', async (_, log, message) => {
    await harness.write(
      'bad.parquet',
      `SELECT TIMESTAMP '2026-03-01' AS timestamp, 'slow' AS latency_ms, 'x'::BLOB AS blob`,
    );
    const whole = await fs.readFile(join(harness.root, 'bad.parquet'));
    await put('cut.parquet', whole.subarray(0, whole.length - 20));
    await put('two/a.csv', 'a\n1\n');
    await put('two/b.parquet', whole);
    await put('notes.txt', 'x');
    await fs.mkdir(join(harness.root, 'empty'), { recursive: true });
    await expect(open(log, [])).rejects.toMatchObject({
      name: 'MonitoringSourceError',
      kind: 'invalid-data',
      message,
    });
  });
});
