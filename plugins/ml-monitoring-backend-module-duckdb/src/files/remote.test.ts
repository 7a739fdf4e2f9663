import type { QueryEngine } from '../engine/types';
import { running } from '../__testUtils__/harness';
import { LogFiles } from './LogFiles';
import type { LogRoot } from './types';

const BUCKET: LogRoot = {
  kind: 'remote',
  scheme: 's3',
  label: 'lake',
  url: 's3://bucket/logs/',
};
const SITE: LogRoot = {
  kind: 'remote',
  scheme: 'https',
  label: 'site',
  url: 'https://host.example/logs/',
};

describe('paths below remote roots', () => {
  const query = jest.fn();
  const list = (path: string, roots: LogRoot[] = [BUCKET, SITE]) =>
    new LogFiles({
      roots,
      engine: { query } as unknown as QueryEngine,
      maxFiles: 10,
    }).list({ path }, { signal: running() });

  beforeEach(() => {
    query.mockReset().mockResolvedValue([]);
  });

  it.each([
    ['s3://bucket/logs/a/*.parquet', 's3://bucket/logs/a/*.parquet'],
    ['s3://bucket/logs/a', 's3://bucket/logs/a/**'],
    ['https://host.example/logs/day.csv', 'https://host.example/logs/day.csv'],
  ])('asks for %s', async (path, pattern) => {
    query.mockResolvedValue([
      { file: pattern.replace(/\*+/, 'x.parquet'), stamp: 'etag' },
    ]);
    const { files } = await list(path);
    expect(files).toHaveLength(1);
    expect(query.mock.calls[0][1]).toEqual({ remote_pattern: pattern });
  });

  it.each([
    's3://other/logs/x.parquet',
    's3://bucket/logsbeside/x.parquet',
    's3://bucket/logs/../secret/x.parquet',
    's3://bucket/logs/%2e%2e/secret/x.parquet',
    'https://host.example/logs/a%/%2e%2e/%2e%2e/secret/x.parquet',
    's3://bucket/logs/x.parquet?s3_endpoint=evil.example',
    'a/x.parquet?s3_endpoint=evil.example',
    'https://host.example/logs',
    'https://host.example.evil/logs/x.parquet',
    'https://host.example./logs/x.parquet',
    'https://host.example:8443/logs/x.parquet',
    'https://host.example@evil/logs/x.parquet',
    'https://host.example/logs/x.parquet#y',
    'http://host.example/logs/x.parquet',
    'https://host.example/logsbeside/x.parquet',
    'https://host.example/logs/*.parquet',
  ])('refuses %s, and asks nobody', async path => {
    await expect(list(path)).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(query).not.toHaveBeenCalled();
  });

  it('limits the files of one log, and says why a root cannot be read', async () => {
    query.mockResolvedValue(
      Array.from({ length: 11 }, (_, i) => ({
        file: `s3://bucket/logs/${i}.parquet`,
        stamp: '',
      })),
    );
    await expect(list('s3://bucket/logs/')).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('at most 10 files'),
    });
    await expect(
      list('x.parquet', [{ ...SITE, unavailable: 'no extension' }]),
    ).rejects.toMatchObject({ kind: 'unreachable' });
  });
});
