import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';

/** Credentials of a remote root. */
export interface RootCredentials {
  keyId?: string;
  secret?: string;
  sessionToken?: string;
  region?: string;
  endpoint?: string;
  urlStyle?: 'path' | 'vhost';
  useSsl?: boolean;
  bearerToken?: string;
}

/** A place of app-config below which logs may be read. */
export interface RootConfig {
  name?: string;
  path?: string;
  url?: string;
  credentials?: RootCredentials;
}

/** The module's part of app-config. */
export interface DuckDbConfig {
  roots: RootConfig[];
  memoryLimit: string;
  threads?: number;
  tempDirectory?: string;
  maxTempDirectorySize: string;
  /** In milliseconds. */
  timeout: number;
  maxConcurrentQueries: number;
  maxRowsRead?: number;
  maxFiles: number;
  cacheEntries: number;
  extensionDirectory?: string;
  installExtensions: boolean;
}

const KEY = 'mlMonitoring.duckdb';

const expected = (key: string, what: string, was: unknown) =>
  new InputError(`${KEY}.${key}: expected ${what}, was ${was}`);

function optionalCount(
  config: Config | undefined,
  key: string,
): number | undefined {
  const value = config?.getOptionalNumber(key);
  if (value !== undefined && (!Number.isInteger(value) || value < 1)) {
    throw expected(key, 'a whole number from 1', value);
  }
  return value;
}

function readSize(
  config: Config | undefined,
  key: string,
  fallback: string,
): string {
  const value = config?.getOptionalString(key) ?? fallback;
  if (!/^\d+(\.\d+)? ?([kmgt]i?b)$/i.test(value)) {
    throw expected(key, 'a size such as "1GB" or "512MB"', `"${value}"`);
  }
  return value;
}

function readTimeout(config: Config | undefined): number {
  const duration: HumanDuration = config?.has('timeout')
    ? readDurationFromConfig(config, { key: 'timeout' })
    : { seconds: 30 };
  const milliseconds = durationToMilliseconds(duration);
  if (milliseconds < 1) {
    throw expected('timeout', 'a time that is longer than zero', milliseconds);
  }
  return milliseconds;
}

function readUrl(url: string, key: string): string {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    throw expected(key, 'an address', `"${url}"`);
  }
  if (!/^(s3|gs|https):$/.test(parsed.protocol)) {
    throw expected(
      key,
      'an address that begins with s3://, gs:// or https://',
      `"${url}"`,
    );
  }
  if (!parsed.host) throw expected(key, 'a bucket or host', `"${url}"`);
  if (parsed.username || parsed.password || parsed.search || parsed.hash) {
    throw new InputError(
      `${KEY}.${key}: expected an address without credentials, query and fragment`,
    );
  }
  return url.endsWith('/') ? url : `${url}/`;
}

function readUrlStyle(
  config: Config,
  key: string,
): RootCredentials['urlStyle'] {
  const value = config.getOptionalString('urlStyle');
  if (value === undefined || value === 'path' || value === 'vhost') {
    return value;
  }
  throw expected(`${key}.urlStyle`, '"path" or "vhost"', `"${value}"`);
}

function readCredentials(config: Config, key: string): RootCredentials {
  const credentials: RootCredentials = {
    keyId: config.getOptionalString('keyId'),
    secret: config.getOptionalString('secret'),
    sessionToken: config.getOptionalString('sessionToken'),
    region: config.getOptionalString('region'),
    endpoint: config.getOptionalString('endpoint'),
    urlStyle: readUrlStyle(config, key),
    useSsl: config.getOptionalBoolean('useSsl'),
    bearerToken: config.getOptionalString('bearerToken'),
  };
  if (
    (credentials.keyId === undefined) !==
    (credentials.secret === undefined)
  ) {
    throw new InputError(`${KEY}.${key}: expected both keyId and secret`);
  }
  return credentials;
}

function readRoot(config: Config, index: number): RootConfig {
  const key = `roots[${index}]`;
  const path = config.getOptionalString('path');
  const url = config.getOptionalString('url');
  if ((path === undefined) === (url === undefined)) {
    throw expected(key, 'a path or a url', path ? 'both' : 'neither');
  }
  const credentials = config.getOptionalConfig('credentials');
  if (path !== undefined && credentials) {
    throw expected(`${key}.credentials`, 'none for a path', 'some');
  }
  return {
    name: config.getOptionalString('name'),
    path,
    url: url && readUrl(url, `${key}.url`),
    credentials:
      credentials && readCredentials(credentials, `${key}.credentials`),
  };
}

/**
 * Reads the module's part of app-config.
 *
 * @throws InputError that names the key, what was expected and what was there.
 */
export function readDuckDbConfig(root: RootConfigService): DuckDbConfig {
  const config = root.getOptionalConfig(KEY);
  return {
    roots: (config?.getOptionalConfigArray('roots') ?? []).map(readRoot),
    memoryLimit: readSize(config, 'memoryLimit', '1GB'),
    threads: optionalCount(config, 'threads'),
    tempDirectory: config?.getOptionalString('tempDirectory'),
    maxTempDirectorySize: readSize(config, 'maxTempDirectorySize', '4GB'),
    timeout: readTimeout(config),
    maxConcurrentQueries: optionalCount(config, 'maxConcurrentQueries') ?? 4,
    maxRowsRead: optionalCount(config, 'maxRowsRead'),
    maxFiles: optionalCount(config, 'maxFiles') ?? 10_000,
    cacheEntries: optionalCount(config, 'cacheEntries') ?? 500,
    extensionDirectory: config?.getOptionalString('extensionDirectory'),
    installExtensions: config?.getOptionalBoolean('installExtensions') ?? false,
  };
}
