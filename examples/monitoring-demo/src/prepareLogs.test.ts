import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  literal,
  readRows,
  withDatabase,
} from '@airworthy-examples/flight-delay/database';
import { exampleDeployments } from './__testUtils__/exampleEntities';
import { LOGS } from './stories/all';
import { prepareLogs } from './prepareLogs';

const HOUR = 3_600_000;
/** A Wednesday morning. */
const NOW = Date.parse('2026-11-25T09:30:00Z');

jest.setTimeout(120_000);

describe('prepareLogs', () => {
  const demo = mkdtempSync(join(tmpdir(), 'monitoring-demo-'));
  const root = join(demo, 'inference-logs');
  const query = <T = Record<string, any>>(sql: string) =>
    withDatabase(connection => readRows<T>(connection, sql));
  const readerOf = (path: string) => {
    const file = literal(join(root, path));
    if (path.endsWith('.csv')) return `read_csv(${file})`;
    return path.endsWith('.json')
      ? `read_json(${file})`
      : `read_parquet(${file}, hive_partitioning = true)`;
  };
  const columnsOf = async (path: string) =>
    (
      await query<{ column_name: string }>(`DESCRIBE FROM ${readerOf(path)}`)
    ).map(row => row.column_name);

  beforeAll(() => prepareLogs({ demo, now: NOW }));
  afterAll(() => rmSync(demo, { recursive: true }));

  it('writes what the entities name, and one log that none names', async () => {
    const deployments = exampleDeployments().filter(
      ({ spec }) => spec.monitoring?.inferenceLog,
    );
    const named = deployments.map(({ spec }) =>
      spec.monitoring!.inferenceLog!.path.split('/').slice(0, 2).join('/'),
    );
    expect([...named, 'engine-remaining-life/staging'].sort()).toEqual(
      LOGS.map(({ folder }) => folder).sort(),
    );
    const missing = await Promise.all(
      deployments.map(async ({ metadata, spec }) => {
        const { inferenceLog, baseline } = spec.monitoring!;
        const { path, features = [], slices = [] } = inferenceLog!;
        const inLog = await columnsOf(path);
        const inBaseline = baseline?.path
          ? await columnsOf(baseline.path)
          : features;
        return [
          ...[...features, ...slices].filter(name => !inLog.includes(name)),
          ...features.filter(name => !inBaseline.includes(name)),
        ].map(name => `${metadata.name}: ${name}`);
      }),
    );
    expect(missing.flat()).toEqual([]);
  });

  it('makes the canary of the rebooking ranker slow on a Saturday', async () => {
    const path = 'rebooking-ranker/production/log-*.parquet';
    const p95 = (variant: string, from: string, to: string) =>
      query<{ p95: number }>(
        `SELECT quantile_cont(latency_ms, 0.95) AS p95 FROM ${readerOf(path)}
         WHERE variant = '${variant}' AND timestamp >= '${from}' AND timestamp < '${to}'`,
      ).then(([row]) => row.p95);
    const moment = '2026-11-21 13:00';
    expect(await p95('candidate', '2026-11-14', moment)).toBeLessThan(200);
    expect(await p95('candidate', moment, '2026-11-26')).toBeGreaterThan(400);
    expect(await p95('stable', moment, '2026-11-26')).toBeLessThan(200);
  });

  it('loses a feature of no-show on a Friday afternoon, and with it the ranking', async () => {
    const path = readerOf('no-show/production/log-*.parquet');
    const [row] = await query(
      `SELECT
         count(*) FILTER (timestamp < '2026-11-20 14:20' AND previous_no_shows IS NULL) AS early,
         count(*) FILTER (timestamp >= '2026-11-20 14:20' AND previous_no_shows IS NOT NULL) AS late,
         max(timestamp) FILTER (previous_no_shows IS NOT NULL) AS last
       FROM ${path}`,
    );
    expect([row.early, row.late]).toEqual([0n, 0n]);
    expect(row.last.getTime()).toBeGreaterThan(
      Date.parse('2026-11-20T13:50:00Z'),
    );
    // The probability that one who does not show up is scored above one who does.
    const auc = (when: string) =>
      query<{ auc: number }>(
        `SELECT avg(CASE WHEN a.score > b.score THEN 1 WHEN a.score = b.score THEN 0.5 ELSE 0 END) AS auc
         FROM (FROM ${path} WHERE label AND score IS NOT NULL AND ${when}) a,
           (FROM ${path} WHERE NOT label AND score IS NOT NULL AND ${when} AND hash(prediction_id) % 20 = 0) b`,
      ).then(([found]) => found.auc);
    expect(await auc(`timestamp < '2026-11-20'`)).toBeGreaterThan(0.77);
    expect(await auc(`timestamp > '2026-11-21'`)).toBeLessThan(0.74);
  });

  it('is silent about the hubs since Saturday of last week', async () => {
    const [{ last }] = await query(
      `SELECT max(timestamp) AS last FROM ${readerOf(
        'hub-flow/production/log-*.parquet',
      )}`,
    );
    expect(last.toISOString().slice(0, 13)).toBe('2026-11-14T04');
  });

  it('has a shadow that disagrees about wide bodies without a bridge', async () => {
    const [row] = await query(
      `SELECT avg(apart) FILTER (odd) AS odd, avg(apart) FILTER (NOT odd) AS other
       FROM (
         SELECT prediction_id,
           abs(max(prediction) FILTER (variant = 'stable') - max(prediction) FILTER (variant = 'shadow')) AS apart,
           any_value(jet_bridge = 'none' AND aircraft_type IN ('A330', 'A321')) AS odd
         FROM ${readerOf('turnaround-time/staging/log-*.parquet')} GROUP BY ALL
       )`,
    );
    expect(row.odd).toBeGreaterThan(10);
    expect(row.other).toBeLessThan(4);
  });

  it('knows no label before its time, and no request after now', async () => {
    const [{ early, ahead }] = await query(
      `SELECT count(*) FILTER (label_timestamp > '2026-11-25 09:30') AS early,
         count(*) FILTER (timestamp > '2026-11-25 09:30') AS ahead
       FROM ${readerOf('turnaround-time/production/log/**/*.parquet')}`,
    );
    expect([early, ahead]).toEqual([0n, 0n]);
    const [{ newest }] = await query(
      `SELECT max(labelled_at) AS newest FROM ${readerOf(
        'arabic-feedback-topics/production/labels.csv',
      )}`,
    );
    expect(newest.getTime()).toBeLessThanOrEqual(NOW);
    expect(newest.getTime()).toBeGreaterThan(NOW - 12 * HOUR);
  });

  it('continues an hour later with the same rows', async () => {
    const path = readerOf('rebooking-ranker/production/log-*.parquet');
    const digest = () =>
      query<{ rows: bigint; digest: bigint }>(
        `SELECT count(*) AS rows, bit_xor(hash(l)) AS digest
         FROM (SELECT * EXCLUDE (label, label_timestamp) FROM ${path}
           WHERE timestamp >= '2026-10-12' AND timestamp < '2026-11-25 09:00') l`,
      ).then(([row]) => row);
    const newest = () =>
      query<{ newest: Date }>(
        `SELECT max(timestamp) AS newest FROM ${path}`,
      ).then(([row]) => row.newest.getTime());
    const before = await digest();
    expect(await prepareLogs({ demo, now: NOW + 30_000 })).toBe('fresh');
    expect(await prepareLogs({ demo, now: NOW + HOUR })).toBe('written');
    expect(await digest()).toEqual(before);
    expect(await newest()).toBeGreaterThan(NOW);
    expect(readdirSync(join(demo, 'monitoring-demo'))).toEqual([
      'manifest.json',
    ]);
  });
});
