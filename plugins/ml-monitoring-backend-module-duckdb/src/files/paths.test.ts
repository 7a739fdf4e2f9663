import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import {
  createHarness,
  deploymentWith,
  running,
  type Harness,
} from '../__testUtils__/harness';

const ROW = `SELECT TIMESTAMP '2026-03-01 00:00:00' AS timestamp, 'p' AS prediction_id`;
const WINDOW = {
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-03-02T00:00:00.000Z',
};

describe('paths of entities', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness();
    const { root, outside, write } = harness;
    await write('app/a.parquet', ROW);
    await write('app/day/b.parquet', ROW);
    await write('app/_tmp/c.parquet', ROW);
    await write('names/odd [1]*.parquet', ROW);
    // What the name above would stand for as a pattern.
    await write('names/odd 1x.parquet', `${ROW} UNION ALL ${ROW}`);
    await write('loop/a.parquet', ROW);
    await fs.symlink(join(root, 'loop'), join(root, 'loop/again'));
    await write('../outside/secret.parquet', ROW);
    await fs.symlink(
      join(outside, 'secret.parquet'),
      join(root, 'file.parquet'),
    );
    await fs.symlink(outside, join(root, 'folder'));
    await fs.symlink(join(root, 'folder'), join(root, 'chain'));
    await fs.symlink(join(outside, 'none'), join(root, 'dangling.parquet'));
    await fs.mkdir(join(root, 'mixed'));
    await fs.symlink(
      join(outside, 'secret.parquet'),
      join(root, 'mixed/x.parquet'),
    );
    await fs.symlink(join(root, 'app/a.parquet'), join(root, 'inside.parquet'));
    await fs.mkdir(`${root}-beside`);
    await fs.rename(
      await write('moved.parquet', ROW),
      `${root}-beside/x.parquet`,
    );
  });
  afterAll(() => harness.close());

  const requests = async (path: string) => {
    const health = await harness.source.serviceHealth(
      deploymentWith({ path }, { variants: [] }),
      { window: WINDOW, maxPoints: 10, signal: running() },
    );
    return health.rowsRead;
  };

  it.each([
    ['app/a.parquet', 1],
    ['./app/a.parquet'.slice(2), 1],
    ['app', 2],
    ['app/', 2],
    ['app/**/*.parquet', 2],
    ['app/*.parquet', 1],
    ['app/?.par[pq]uet', 1],
    ['inside.parquet', 1],
    ['names/odd [[]1[]]\\*.parquet'.replace('\\*', '*'), 1],
    ['names', 3],
    ['loop', 1],
    ['loop/**/*.parquet', 1],
  ])('reads %s', async (path, rows) => {
    await expect(requests(path)).resolves.toBe(rows);
  });

  it('reads a path that begins with the root', async () => {
    await expect(requests(`${harness.root}/app/a.parquet`)).resolves.toBe(1);
  });

  it.each([
    '../outside/secret.parquet',
    'app/../../outside/secret.parquet',
    'app/..',
    '..',
    '%2e%2e/outside/secret.parquet',
    '%252e%252e/outside/secret.parquet',
    '%25252e%25252e/outside/secret.parquet',
    '%2525252e%2525252e/outside/secret.parquet',
    'a%/%2e%2e/%2E%2E/outside/secret.parquet',
    '..%2foutside/secret.parquet',
    'app\\..\\..\\outside',
    '/etc/passwd',
    '~/x.parquet',
    'file:///etc/passwd',
    'http://169.254.169.254/latest/x.parquet',
    's3://bucket/x.parquet',
    'app/a.parquet\0.csv',
    'a*a*a*a*a*b.parquet',
  ])('refuses %j', async path => {
    await expect(requests(path)).rejects.toMatchObject({
      name: 'MonitoringSourceError',
      kind: 'not-allowed',
      message: expect.not.stringContaining(harness.outside),
    });
  });

  it.each([
    'file.parquet',
    'folder/secret.parquet',
    'folder/*.parquet',
    'chain/secret.parquet',
    'chain',
    'dangling.parquet',
    'mixed/*.parquet',
    'mixed',
    '*.parquet',
  ])('refuses %j, a link that leads out', async path => {
    await expect(requests(path)).rejects.toMatchObject({
      kind: 'not-allowed',
      message: expect.stringMatching(
        /: a symbolic link leads (out of logs|to nothing)$/,
      ),
    });
  });

  it('has the database as a second defence against links', async () => {
    await expect(
      harness.tools.engine.query(
        'SELECT prediction_id FROM read_parquet($path)',
        { path: `${harness.root}/file.parquet` },
        { signal: running() },
      ),
    ).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('refuses what only begins like the root', async () => {
    await expect(
      requests(`${harness.root}-beside/x.parquet`),
    ).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it.each([
    `x' OR 1=1 --.parquet`,
    `app/a.parquet'); ATTACH '/tmp/x' AS y; --`,
    `app/a.parquet', '/etc/passwd`,
  ])('takes %j for a name that is not there', async path => {
    await expect(requests(path)).rejects.toMatchObject({
      kind: 'invalid-data',
      message: expect.stringMatching(/there is no such file/),
    });
  });

  it('refuses every path where no root is configured', async () => {
    const bare = await createHarness({ duckdb: { roots: [] } });
    await expect(
      bare.source.serviceHealth(deploymentWith({ path: 'app' }), {
        window: WINDOW,
        maxPoints: 10,
        signal: running(),
      }),
    ).rejects.toThrow('mlMonitoring.duckdb.roots names no place');
    await bare.close();
  });
});
