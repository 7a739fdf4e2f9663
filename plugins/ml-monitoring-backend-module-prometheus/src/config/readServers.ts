import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { MOST_POINTS } from '../promql/grid';
import { PrometheusServerConfig, ServerAuth, ServerConfig } from './types';

const DEFAULT_TIMEOUT_SECONDS = 30;
const DEFAULT_CONCURRENCY = 8;
// Between the minute of Prometheus's own default and the 15 seconds of many charts.
const DEFAULT_SCRAPE_INTERVAL_SECONDS = 30;

// As keywords of entities are, which name the server.
const NAME = /^[a-z0-9]+([-_.][a-z0-9]+)*$/;

const PREFIX = 'mlMonitoring';

function seconds(config: Config, key: string, field: string, fallback: number) {
  if (!config.has(key)) return fallback;
  const value =
    durationToMilliseconds(readDurationFromConfig(config, { key })) / 1000;
  if (value > 0) return value;
  throw new InputError(`${field}.${key}: expected a duration above zero`);
}

function count(
  config: Config,
  key: string,
  field: string,
  { fallback, most }: { fallback: number; most: number },
) {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new InputError(
    `${field}.${key}: expected a whole number from 1 to ${most}, was ${value}`,
  );
}

function readUrl(config: Config, field: string): URL {
  const text = config.getString('url');
  // What was there is not repeated: it may hold a password.
  const refuse = (expected: string) =>
    new InputError(`${field}.url: expected ${expected}`);
  if (!URL.canParse(text)) {
    throw refuse('an address such as "https://prometheus.example.com"');
  }
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refuse('an http or https address');
  }
  if (url.username || url.password) {
    throw refuse('an address without user name and password; see `auth`');
  }
  if (url.search || url.hash) {
    throw refuse('an address without a query and a fragment');
  }
  return url;
}

function readAuth(config: Config, field: string): ServerAuth | undefined {
  const auth = config.getOptionalConfig('auth');
  if (!auth) return undefined;
  const basic = auth.has('username') || auth.has('password');
  if (auth.has('token') === basic) {
    throw new InputError(
      `${field}.auth: expected a token, or a username with a password`,
    );
  }
  return basic
    ? {
        kind: 'basic',
        username: auth.getString('username'),
        password: auth.getString('password'),
      }
    : { kind: 'bearer', token: auth.getString('token') };
}

function readHeaders(config: Config, field: string): Record<string, string> {
  const headers = config.getOptionalConfig('headers');
  const entries = (headers?.keys() ?? []).map(
    name => [name, headers!.getString(name)] as const,
  );
  for (const [name, value] of entries) {
    try {
      new Headers([[name, value]]).get(name);
    } catch {
      throw new InputError(
        `${field}.headers.${name}: expected the name and value of an HTTP header`,
      );
    }
  }
  return Object.fromEntries(entries);
}

function readServer(
  config: Config,
  field: string,
  product: ServerConfig['product'],
): ServerConfig {
  const name = config.getString('name');
  if (!NAME.test(name) || name.length > 63) {
    throw new InputError(
      `${field}.name: expected lower-case letters and digits with single hyphens between them, was ${JSON.stringify(
        name,
      )}`,
    );
  }
  return {
    product,
    name,
    url: readUrl(config, field),
    auth: readAuth(config, field),
    headers: readHeaders(config, field),
    timeoutSeconds: seconds(config, 'timeout', field, DEFAULT_TIMEOUT_SECONDS),
    concurrency: count(config, 'concurrency', field, {
      fallback: DEFAULT_CONCURRENCY,
      most: 100,
    }),
  };
}

function readEach<T extends ServerConfig>(
  config: Config,
  kind: 'prometheus' | 'alertmanager',
  read: (config: Config, field: string) => T,
): T[] {
  const list = `${PREFIX}.${kind}.servers`;
  const servers = (config.getOptionalConfigArray(list) ?? []).map((entry, i) =>
    read(entry, `${list}[${i}]`),
  );
  const names = servers.map(server => server.name);
  const repeated = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (repeated >= 0) {
    throw new InputError(
      `${list}[${repeated}].name: expected a name that no other server has, was "${names[repeated]}"`,
    );
  }
  return servers;
}

function readMethod(config: Config, field: string): 'GET' | 'POST' {
  const method = config.getOptionalString('method') ?? 'POST';
  if (method === 'GET' || method === 'POST') return method;
  throw new InputError(
    `${field}.method: expected "GET" or "POST", was ${JSON.stringify(method)}`,
  );
}

/** The servers that answer PromQL. */
export function readPrometheusServers(
  config: Config,
): PrometheusServerConfig[] {
  return readEach(config, 'prometheus', (entry, field) => ({
    ...readServer(entry, field, 'Prometheus'),
    method: readMethod(entry, field),
    maxPoints: count(entry, 'maxPoints', field, {
      fallback: MOST_POINTS,
      most: MOST_POINTS,
    }),
    scrapeIntervalSeconds: seconds(
      entry,
      'scrapeInterval',
      field,
      DEFAULT_SCRAPE_INTERVAL_SECONDS,
    ),
  }));
}

/** The servers that answer alerts. */
export function readAlertmanagerServers(config: Config): ServerConfig[] {
  return readEach(config, 'alertmanager', (entry, field) =>
    readServer(entry, field, 'Alertmanager'),
  );
}
