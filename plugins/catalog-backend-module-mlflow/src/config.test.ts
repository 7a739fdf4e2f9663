import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { readMlflowConfig } from './config';

const read = (mlflow: unknown) =>
  readMlflowConfig(
    new ConfigReader({ catalog: { providers: { mlflow } } } as any),
  );
const examples = [
  ...readFileSync(resolve(__dirname, '../README.md'), 'utf8').matchAll(
    /```yaml\n(.*?)```/gs,
  ),
].map(([, text]) => parse(text));

describe('config', () => {
  it('is read as the README writes it', () => {
    const [[single], several] = examples.map(example =>
      readMlflowConfig(new ConfigReader(example)),
    );
    expect(single.common).toMatchObject({
      instance: 'default',
      http: {
        baseUrl: new URL('https://mlflow.example.com'),
        auth: { kind: 'bearer' },
        timeoutMs: 30_000,
        concurrency: 8,
        retries: 4,
        maxBodyBytes: 32_000_000,
      },
      schedule: { frequency: { hours: 1 }, timeout: { minutes: 20 } },
      incrementalSchedule: { frequency: { minutes: 5 } },
      refreshAfterMs: 7 * 24 * 3_600_000,
      removal: {
        graceMs: 24 * 3_600_000,
        rejectEmptySourceCollections: true,
        rejectRemovalsAbovePercentage: 50,
      },
    });
    expect(several.map(({ common }) => common.instance)).toEqual([
      'production',
      'research',
    ]);
    expect(several[0].common).toMatchObject({
      http: { auth: { kind: 'basic', username: 'portal' } },
      schedule: { frequency: { hours: 6 } },
      removal: { graceMs: 3 * 24 * 3_600_000 },
    });
    expect(several[0].own).toMatchObject({
      uiUrl: 'https://ml.example.com/production',
      filters: { search: "tags.published = 'true'" },
    });
    expect(several[0].common.mapping.owner).toHaveLength(3);
    expect(several[1].common.incrementalSchedule).toBeUndefined();
  });

  it('may be left out', () => {
    expect(readMlflowConfig(new ConfigReader({}))).toEqual([]);
    expect(read({})).toEqual([]);
  });

  const baseUrl = 'https://mlflow.example.com';
  it.each<[object, string]>([
    [
      { baseUrl: 'https://u:s3cret@host' },
      'catalog.providers.mlflow.baseUrl: expected an http or https address without user name, password, query and fragment',
    ],
    [
      { baseUrl, auth: { token: 's3cret', username: 'u' } },
      'catalog.providers.mlflow.auth: expected a token, or a username with a password',
    ],
    [
      { baseUrl, auth: { token: 7 } },
      'catalog.providers.mlflow.auth.token: Invalid input: expected string, received number',
    ],
    [
      { baseUrl, headers: { 'X-A': 's3cret\nX-B: 1' } },
      'catalog.providers.mlflow.headers: expected names and values of HTTP headers',
    ],
    [
      { baseUrl, basUrl: 'x' },
      'catalog.providers.mlflow: Unrecognized key: "basUrl"',
    ],
    [
      { a: { baseUrl, mapping: { ownr: 'x' } } },
      'catalog.providers.mlflow.a.mapping: Unrecognized key: "ownr"',
    ],
    [
      { a: { baseUrl, removal: { rejectRemovalsAbovePercentage: 200 } } },
      'catalog.providers.mlflow.a.removal.rejectRemovalsAbovePercentage: Too big: expected number to be <=100',
    ],
    [
      { 'Not Legal': { baseUrl } },
      'catalog.providers.mlflow.Not Legal: expected a name of lower-case letters and digits with single hyphens between them',
    ],
    [
      { a: { auth: { token: 's3cret' } } },
      'catalog.providers.mlflow.a.baseUrl: Invalid input: expected string, received undefined',
    ],
  ])('says which field is wrong, and no secret: %j', (mlflow, message) => {
    const problem = (() => {
      try {
        return `${JSON.stringify(read(mlflow))}`;
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(problem).toBe(message);
  });
});
