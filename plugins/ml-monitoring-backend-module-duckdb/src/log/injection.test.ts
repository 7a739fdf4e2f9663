import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type {
  MlDeploymentVariant,
  MlMonitoringSpec,
} from '@airworthy/plugin-ml-models-common';
import {
  createHarness,
  deploymentWith,
  running,
  type Harness,
} from '../__testUtils__/harness';

type Log = NonNullable<MlMonitoringSpec['inferenceLog']>;

/** Names that would be read as SQL, or as more than a name, where they are not kept apart from it. */
const NASTY = [
  `o'x`,
  `q"x`,
  `'] OR 1=1 --`,
  `" FROM read_text('/etc/passwd') --`,
  '$files',
  'a/b',
  'a~b',
  'a~1b',
  'a.b',
  '$.x',
];
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

describe('names and values of a log and an entity are never read as SQL', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await createHarness();
  });
  afterAll(() => harness.close());

  const open = (log: Log, variants: MlDeploymentVariant[] = []) =>
    harness.tools.logs.open(deploymentWith(log, { variants }), {
      signal: running(),
    });
  const query = (sql: string, params: Record<string, any>) =>
    harness.tools.engine.query<Record<string, unknown>>(sql, params, {
      signal: running(),
    });

  async function featuresOf(log: Log) {
    const opened = await open({ ...log, features: NASTY });
    const { sql, params } = opened.rows();
    const columns = opened.features.map(
      ({ sql: name }, i) => `${name} AS f${i}`,
    );
    const [row] = await query(
      `SELECT ${columns.join(', ')} FROM ${sql} AS log`,
      params,
    );
    return opened.features.map(({ name }, i) => [name, Number(row[`f${i}`])]);
  }
  const expected = NASTY.map((name, i) => [name, i]);

  it('as columns', async () => {
    const columns = NASTY.map(
      (name, i) => `${i} AS "${name.replaceAll('"', '""')}"`,
    );
    await harness.write('columns.parquet', `SELECT ${columns.join(', ')}`);
    expect(await featuresOf({ path: 'columns.parquet' })).toEqual(expected);
  });

  it('as fields of an object', async () => {
    const object = JSON.stringify(Object.fromEntries(expected));
    await harness.write(
      'json.parquet',
      `SELECT ${text(object)}::JSON AS attributes`,
    );
    expect(await featuresOf({ path: 'json.parquet' })).toEqual(expected);
  });

  it('as keys of a map', async () => {
    const entries = NASTY.map((name, i) => `${text(name)}: ${i}::DOUBLE`);
    await harness.write(
      'map.parquet',
      `SELECT MAP {${entries.join(', ')}} AS attributes`,
    );
    expect(await featuresOf({ path: 'map.parquet' })).toEqual(expected);
  });

  it('as inputs of a request', async () => {
    const bytes = (value: object) =>
      Buffer.from(JSON.stringify(value)).toString('base64');
    const record = (type: string, value: object) => ({
      Id: 'r',
      ReqType: `org.kubeflow.serving.inference.${type}`,
      Bytes: bytes(value),
      Component: 'predictor',
    });
    await fs.mkdir(join(harness.root, 'agent'));
    await fs.writeFile(
      join(harness.root, 'agent/r.json'),
      JSON.stringify([
        record('request', { instances: [Object.fromEntries(expected)] }),
        record('response', { predictions: ['late'] }),
      ]),
    );
    expect(await featuresOf({ path: 'agent', preset: 'kserve' })).toEqual(
      expected,
    );
  });

  it('as names of files', async () => {
    const folder = `o'hare'), ('x`;
    const file = `${folder}/it's "1".parquet`;
    await harness.write(file, 'SELECT 1 AS x');
    for (const path of [file, folder]) {
      const { sql, params } = (await open({ path })).rows();
      await expect(
        query(`SELECT count(*) AS n FROM ${sql} AS log`, params),
      ).resolves.toEqual([{ n: 1 }]);
    }
  });

  it('as the positive label', async () => {
    const label = `late' OR '1'='1`;
    await harness.write(
      'labels.parquet',
      `SELECT TIMESTAMP '2026-03-01' + to_seconds(i) AS timestamp, 0.25 + 0.5 * (i % 2) AS score,
        unnest([${text(label)}, 'on time', 'on time']) AS label
      FROM range(100) t(i)`,
    );
    const { quality } = await harness.source.modelHealth(
      deploymentWith({
        path: 'labels.parquet',
        features: [],
        positiveLabel: label,
      }),
      {
        window: { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' },
        maxPoints: 1,
        signal: running(),
      },
    );
    expect(quality).toMatchObject({
      ranking: { positives: 100, negatives: 200 },
    });
  });

  it('as variants that are compared', async () => {
    const name = `new' OR '1'='1`;
    await harness.write(
      'variants.parquet',
      `SELECT TIMESTAMP '2026-03-01' + to_seconds(i) AS timestamp, 200 AS status_code,
        unnest(['old', ${text(name)}, 'other']) AS variant
      FROM range(50) t(i)`,
    );
    const { rowsRead, candidate } = await harness.source.comparison(
      deploymentWith({ path: 'variants.parquet', features: [] }),
      {
        window: { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' },
        stable: { name: 'old', role: 'stable', version: '1', traffic: 50 },
        maxPoints: 1,
        candidate: { name, role: 'candidate', version: '2', traffic: 50 },
        signal: running(),
      },
    );
    expect({ rowsRead, variant: candidate.variant }).toEqual({
      rowsRead: 100,
      variant: name,
    });
  });

  it('as versions of an entity', async () => {
    const versions = [`1' OR '1'='1`, '2'];
    await harness.write(
      'versions.parquet',
      `SELECT unnest([${versions.map(text).join(', ')}, '3']) AS model_version`,
    );
    const opened = await open(
      { path: 'versions.parquet' },
      versions.map((version, i) => ({
        name: i ? 'canary' : 'stable',
        role: i ? 'candidate' : 'stable',
        version,
        traffic: 50,
      })),
    );
    const { sql, params } = opened.rows();
    await expect(
      query(`SELECT variant FROM ${sql} AS log ORDER BY model_version`, params),
    ).resolves.toEqual([
      { variant: 'stable' },
      { variant: 'canary' },
      { variant: null },
    ]);
  });
});
