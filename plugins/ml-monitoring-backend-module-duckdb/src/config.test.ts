import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readDuckDbConfig } from './config';
import { createSecret } from './engine/remoteRoots';

const read = (duckdb?: JsonObject) =>
  readDuckDbConfig(
    mockServices.rootConfig({
      data: duckdb ? { mlMonitoring: { duckdb } } : {},
    }),
  );

describe('readDuckDbConfig', () => {
  it('allows nothing without configuration', () => {
    expect(read()).toEqual({
      roots: [],
      memoryLimit: '1GB',
      maxTempDirectorySize: '4GB',
      timeout: 30_000,
      maxConcurrentQueries: 4,
      maxFiles: 10_000,
      cacheEntries: 500,
      installExtensions: false,
    });
  });

  it('reads roots and limits', () => {
    expect(
      read({
        roots: [
          { name: 'demo', path: '../logs' },
          {
            url: 's3://bucket/logs',
            credentials: { keyId: 'k', secret: 's', region: 'eu-north-1' },
          },
        ],
        timeout: 'PT5S',
        memoryLimit: '512MB',
        threads: 2,
      }),
    ).toMatchObject({
      roots: [
        { name: 'demo', path: '../logs' },
        {
          url: 's3://bucket/logs/',
          credentials: { keyId: 'k', secret: 's', region: 'eu-north-1' },
        },
      ],
      timeout: 5_000,
      memoryLimit: '512MB',
      threads: 2,
    });
  });

  it.each<[JsonObject, string]>([
    [{ roots: [{}] }, 'roots[0]: expected a path or a url, was neither'],
    [
      { roots: [{ path: 'a', url: 's3://b' }] },
      'roots[0]: expected a path or a url, was both',
    ],
    [
      { roots: [{ url: 'ftp://b/c' }] },
      'roots[0].url: expected an address that begins with s3://, gs:// or https://, was "ftp://b/c"',
    ],
    [
      { roots: [{ url: 'https://user:pw@host/' }] },
      'roots[0].url: expected an address without credentials, query and fragment',
    ],
    [
      { roots: [{ url: 's3://b', credentials: { keyId: 'k' } }] },
      'roots[0].credentials: expected both keyId and secret',
    ],
    [
      { memoryLimit: 'lots' },
      'memoryLimit: expected a size such as "1GB" or "512MB", was "lots"',
    ],
    [{ threads: 0 }, 'threads: expected a whole number from 1, was 0'],
    [
      { timeout: { seconds: 0 } },
      'timeout: expected a time that is longer than zero, was 0',
    ],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(`mlMonitoring.duckdb.${message}`);
  });

  it('gives credentials to their root only, as literals', () => {
    expect(
      createSecret(
        {
          scheme: 's3',
          url: 's3://bucket/logs/',
          credentials: { keyId: 'k', secret: "it's", useSsl: false },
        },
        'root_0',
      ),
    ).toBe(
      "CREATE SECRET root_0 (TYPE s3, KEY_ID 'k', SECRET 'it''s', USE_SSL 'false', SCOPE 's3://bucket/logs/')",
    );
    expect(
      createSecret({ scheme: 'https', url: 'https://host/' }, 'root_1'),
    ).toBeUndefined();
  });
});
