import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { createHarness, running, type Harness } from '../__testUtils__/harness';

// Takes minutes when nothing stops it.
const ENDLESS =
  'SELECT count(*) AS n FROM range(100000000000) a WHERE hash(a.range) = 0';

describe('DuckDbEngine', () => {
  let harness: Harness;
  const query = (sql: string, params = {}, signal = running()) =>
    harness.tools.engine.query(sql, params, { signal });

  afterEach(() => harness.close());

  describe('locked down', () => {
    beforeEach(async () => {
      harness = await createHarness();
      await fs.writeFile(join(harness.outside, 'secret.csv'), 'a\n1\n');
    });

    it.each([
      ['a file outside', (out: string) => `FROM read_csv('${out}/secret.csv')`],
      [
        'a file outside as text',
        (out: string) => `FROM read_text('${out}/secret.csv')`,
      ],
      ['a listing of the disk', () => `FROM glob('/etc/*')`],
      [
        'a climb',
        (_: string, root: string) =>
          `FROM read_csv('${root}/../outside/secret.csv')`,
      ],
      ['a file as a table', (out: string) => `FROM '${out}/secret.csv'`],
      ['an address', () => `FROM read_csv('http://127.0.0.1:1/x.csv')`],
      ['writing', (out: string) => `COPY (SELECT 1) TO '${out}/new.csv'`],
      ['a database', (out: string) => `ATTACH '${out}/new.db'`],
      ['an extension', () => `INSTALL httpfs`],
      ['another setting', () => `SET enable_external_access = true`],
      ['more memory', () => `SET memory_limit = '64GB'`],
    ])('refuses %s', async (_, sql) => {
      const text = sql(harness.outside, harness.root);
      await expect(
        query(text.startsWith('FROM') ? `SELECT * ${text}` : text),
      ).rejects.toThrow(/DuckDB: /);
      await expect(fs.readdir(harness.outside)).resolves.toEqual([
        'secret.csv',
      ]);
    });

    it('gives values as JSON has them, times in UTC', async () => {
      await expect(
        query(
          `SELECT 9007199254740991::BIGINT AS big, 170141183460469231731::HUGEINT AS huge,
             1.25::DECIMAL(10,2) AS price, TIMESTAMP '2026-03-01 12:00:00.5' AS plain,
             TIMESTAMPTZ '2026-03-01 12:00:00+02' AS zoned, TIMESTAMP_NS '2026-03-01 12:00:00' AS nanos,
             DATE '2026-03-01' AS day, 'nan'::DOUBLE AS nan, [1::BIGINT, NULL] AS list,
             {a: 1::BIGINT} AS struct, NULL AS nothing, $text AS text, $list AS texts`,
          { text: `o'hare "x"`, list: ['a', 'b'], unused: 1 },
        ),
      ).resolves.toEqual([
        {
          big: 9007199254740991,
          huge: 170141183460469231731,
          price: 1.25,
          plain: '2026-03-01T12:00:00.500Z',
          zoned: '2026-03-01T10:00:00.000Z',
          nanos: '2026-03-01T12:00:00.000Z',
          day: '2026-03-01',
          nan: NaN,
          list: [1, null],
          struct: { a: 1 },
          nothing: null,
          text: `o'hare "x"`,
          texts: ['a', 'b'],
        },
      ]);
    });
  });

  it('stops a query whose time is up, and goes on with the next', async () => {
    harness = await createHarness({
      duckdb: { timeout: { milliseconds: 200 }, maxConcurrentQueries: 1 },
    });
    const start = Date.now();
    await expect(query(ENDLESS)).rejects.toMatchObject({
      kind: 'timeout',
      message: expect.stringContaining('longer than 200 ms'),
    });
    expect(Date.now() - start).toBeLessThan(5_000);
    await expect(query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it('stops a query whose caller has gone, and one that still waits', async () => {
    harness = await createHarness({ duckdb: { maxConcurrentQueries: 1 } });
    const [first, second] = [new AbortController(), new AbortController()];
    const running1 = query(ENDLESS, {}, first.signal);
    const waiting = query('SELECT 2 AS two', {}, second.signal);
    const last = query('SELECT 3 AS three');
    second.abort(new Error('left while waiting'));
    await expect(waiting).rejects.toThrow('left while waiting');
    await new Promise(resolve => setTimeout(resolve, 100));
    first.abort(new Error('left'));
    await expect(running1).rejects.toThrow('left');
    await expect(last).resolves.toEqual([{ three: 3 }]);
  });

  it('refuses what needs more memory than is allowed', async () => {
    harness = await createHarness({
      duckdb: { memoryLimit: '64MB', maxTempDirectorySize: '1MB', threads: 1 },
    });
    await expect(
      query('SELECT list(range) AS numbers FROM range(50000000)'),
    ).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('mlMonitoring.duckdb.memoryLimit'),
    });
    await expect(query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it('serves deployments in turns', async () => {
    harness = await createHarness({ duckdb: { maxConcurrentQueries: 1 } });
    const done: string[] = [];
    const ask = (group: string, name: string) =>
      harness.tools.engine.inGroup(group, async () => {
        await query(`SELECT '${name}' AS name`);
        done.push(name);
      });
    await Promise.all([
      ...['a1', 'a2', 'a3', 'a4'].map(name => ask('a', name)),
      ask('b', 'b1'),
    ]);
    expect(done).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
  });
});
