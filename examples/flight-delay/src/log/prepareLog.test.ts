import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { literal, readRows, withDatabase } from '../data/database';
import { findFlightsFile } from '../data/findFlightsFile';
import { readArtefact } from '../model/artefacts';
import { LOG_COLUMNS } from './createAnswers';
import { type PrepareLogOptions, prepareLog } from './prepareLog';

const MODELS = join(__dirname, '..', '..', 'model');
const HOUR = 3_600_000;
/** A Tuesday, late in the evening. */
const NOW = Date.parse('2026-11-24T23:15:00Z');
const EVERY = 20;

jest.setTimeout(120_000);

describe('prepareLog', () => {
  const demo = mkdtempSync(join(tmpdir(), 'flight-delay-log-'));
  const folder = join(demo, 'inference-logs', 'flight-delay');
  const options: PrepareLogOptions = {
    source: findFlightsFile(__filename),
    demo,
    models: {
      stable: readArtefact(MODELS, '1'),
      candidate: readArtefact(MODELS, '2'),
    },
    now: NOW,
    every: EVERY,
  };
  const logOf = (deployment: string, at = folder) =>
    `read_parquet(${literal(join(at, deployment, '*.parquet'))})`;
  const query = <T = Record<string, unknown>>(sql: string) =>
    withDatabase(connection => readRows<T>(connection, sql));

  beforeAll(() => prepareLog(options));
  afterAll(() => rmSync(demo, { recursive: true }));

  it('has the default columns, and one row for each flight since February', async () => {
    const columns = await query<{ column_name: string }>(
      `DESCRIBE FROM ${logOf('production')}`,
    );
    expect(columns.map(c => c.column_name)).toEqual(LOG_COLUMNS);
    // The same flights, moved by 1,326 weeks, found without our code.
    const [{ wanted }] = await query(
      `SELECT count(*) AS wanted
       FROM read_parquet(${literal(options.source)}, file_row_number = true)
       WHERE date >= TIMESTAMP '2001-02-01' AND file_row_number % ${EVERY} = 0
         AND date + to_weeks(1326) <= TIMESTAMP '2026-11-24 23:15:00'`,
    );
    const [{ rows, ids }] = await query(
      `SELECT count(*) AS rows, count(DISTINCT prediction_id) AS ids FROM ${logOf(
        'production',
      )}`,
    );
    expect(rows).toBe(wanted);
    expect(ids).toBe(wanted);
  });

  it('ends now, and keeps weekday and hour', async () => {
    const [row] = await query<{
      last: Date;
      first: Date;
      moved: bigint;
      unordered: bigint;
    }>(
      `SELECT max(timestamp) AS last, min(timestamp) AS first,
         count(*) FILTER (isodow(timestamp) <> day_of_week OR hour(timestamp) <> hour) AS moved
       FROM ${logOf('production')}`,
    );
    expect(row.first.toISOString()).toBe('2026-07-02T00:00:00.000Z');
    expect(row.last.getTime()).toBeLessThanOrEqual(NOW);
    expect(NOW - row.last.getTime()).toBeLessThan(HOUR);
    expect(row.moved).toBe(0n);
  });

  it('knows no label before the flight has landed, and every one after', async () => {
    const [row] = await query(
      `SELECT
         count(*) FILTER (label_timestamp > TIMESTAMP '2026-11-24 23:15:00') AS too_early,
         count(*) FILTER ((label IS NULL) <> (label_timestamp IS NULL)) AS halves,
         count(*) FILTER (label IS NULL AND timestamp < TIMESTAMP '2026-11-24 11:00:00') AS forgotten,
         count(*) FILTER (label IS NULL) > 0 AS waiting,
         count(*) FILTER (label_timestamp <= timestamp) AS before_departure
       FROM ${logOf('production')}`,
    );
    expect(row).toEqual({
      too_early: 0n,
      halves: 0n,
      forgotten: 0n,
      waiting: true,
      before_departure: 0n,
    });
  });

  it('gives one request in ten to the canary since it began, by the hash of the id', async () => {
    const [before] = await query(
      `SELECT count(*) AS canary FROM ${logOf('production')}
       WHERE variant = 'canary' AND timestamp < TIMESTAMP '2026-11-15'`,
    );
    expect(before.canary).toBe(0n);
    const rows = await query<{ id: string; variant: string; version: string }>(
      `SELECT prediction_id AS id, variant, model_version AS version
       FROM ${logOf('production')} WHERE timestamp >= TIMESTAMP '2026-11-15'`,
    );
    for (const { id, variant, version } of rows) {
      const digest = createHash('md5').update(`airworthy:split:${id}`).digest();
      const canary = digest.readBigUInt64LE(8) % 100n < 10n;
      expect([variant, version]).toEqual(
        canary ? ['canary', '2'] : ['stable', '1'],
      );
    }
    const share =
      rows.filter(row => row.variant === 'canary').length / rows.length;
    // Four standard errors around a tenth.
    expect(Math.abs(share - 0.1)).toBeLessThan(
      4 * Math.sqrt(0.09 / rows.length),
    );
  });

  it('simulates latency and errors, with no answer where there is an error', async () => {
    const [row] = await query<Record<string, number>>(
      `SELECT avg(CAST(status_code <> 200 AS INTEGER)) AS errors,
         count(*) FILTER ((status_code = 200) <> (score IS NOT NULL)
           OR (score IS NULL) <> (prediction IS NULL)) AS halves,
         median(latency_ms) FILTER (variant = 'stable') AS stable,
         median(latency_ms) FILTER (variant = 'canary') AS canary,
         quantile_cont(latency_ms, 0.95) FILTER (variant = 'stable') AS stable_p95,
         min(latency_ms) AS fastest
       FROM ${logOf('production')}`,
    );
    expect(row.errors).toBeGreaterThan(0.001);
    expect(row.errors).toBeLessThan(0.003);
    expect(row.halves).toBe(0n);
    expect(row.stable).toBeCloseTo(14, 0);
    expect(row.canary).toBeGreaterThan(17);
    // exp(1.645 * 0.45) times the median.
    expect(row.stable_p95 / row.stable).toBeCloseTo(2.097, 1);
    expect(row.fastest).toBeGreaterThan(0);
  });

  it('has both answers to each request in staging', async () => {
    const [row] = await query(
      `SELECT count(*) AS requests,
         count(*) FILTER (variants = ['shadow 2', 'stable 1']) AS pairs
       FROM (
         SELECT prediction_id, list_sort(list(variant || ' ' || model_version)) AS variants
         FROM ${logOf('staging')} GROUP BY prediction_id
       )`,
    );
    expect(row.pairs).toBe(row.requests);
    expect(Number(row.requests)).toBeGreaterThan(20_000);
  });

  it('has January as the baseline', async () => {
    const [row] = await query(
      `SELECT count(*) AS rows, max(timestamp) < TIMESTAMP '2026-07-02' AS earlier,
         count(*) FILTER (score IS NULL OR label IS NULL) AS gaps
       FROM read_parquet(${literal(join(folder, 'baseline.parquet'))})`,
    );
    expect(row).toEqual({ rows: 25_412n, earlier: true, gaps: 0n });
  });

  it('leaves a fresh log, and continues one that has fallen behind as if made anew', async () => {
    expect(await prepareLog({ ...options, now: NOW + 30_000 })).toBe('fresh');

    const later = NOW + 26 * HOUR;
    expect(await prepareLog({ ...options, now: later })).toBe('continued');
    const other = mkdtempSync(join(tmpdir(), 'flight-delay-log-'));
    try {
      await prepareLog({ ...options, demo: other, now: later });
      const anew = join(other, 'inference-logs', 'flight-delay');
      // The canary of a log made anew begins a day later; all else is equal.
      const columns = LOG_COLUMNS.filter(
        name =>
          ![
            'model_version',
            'variant',
            'latency_ms',
            'status_code',
            'score',
            'prediction',
          ].includes(name),
      ).join(', ');
      expect(
        await query(
          `(SELECT ${columns} FROM ${logOf('production')} EXCEPT ALL
            SELECT ${columns} FROM ${logOf('production', anew)})
           UNION ALL
           (SELECT ${columns} FROM ${logOf('production', anew)} EXCEPT ALL
            SELECT ${columns} FROM ${logOf('production')})`,
        ),
      ).toEqual([]);
      expect(readdirSync(join(folder, 'production'))).toEqual(
        readdirSync(join(anew, 'production')),
      );
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('makes it anew when the data has run out or the manifest is broken, leaving nothing behind', async () => {
    const nextWeek = NOW + 7 * 24 * HOUR;
    expect(await prepareLog({ ...options, now: nextWeek })).toBe('made');
    const [{ last }] = await query<{ last: Date }>(
      `SELECT max(timestamp) AS last FROM ${logOf('production')}`,
    );
    expect(nextWeek - last.getTime()).toBeLessThan(HOUR);

    const manifest = join(demo, 'flight-delay', 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').slice(0, 20));
    expect(await prepareLog({ ...options, now: nextWeek })).toBe('made');
    expect(readdirSync(join(demo, 'inference-logs'))).toEqual(['flight-delay']);
    expect(existsSync(manifest)).toBe(true);
  });
});
