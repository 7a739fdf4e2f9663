import { join } from 'node:path';
import { DATA } from '../../scripts/lib/paths.mjs';
import { configFor } from '../../scripts/lib/portalEnv.mjs';
import { start, stop } from '../../scripts/lib/process.mjs';
import { productionCommand } from '../../scripts/lib/production.mjs';
import { quietOutput } from '../../scripts/lib/quietOutput.mjs';
import { untilReady } from '../../scripts/lib/untilReady.mjs';
import { freePort } from './ports.mjs';

const setting = (path, value) => [
  `APP_CONFIG_${path.replaceAll('.', '_')}`,
  JSON.stringify(value),
];

/**
 * Starts the production build on a port of its own, with its own database.
 *
 * `settings` are laid over app-config, by their path.
 */
export async function startPortal({
  database,
  settings = {},
  configFiles = [],
  env = {},
  log = 'test-portal.log',
}) {
  const port = await freePort();
  const { command, args, cwd } = productionCommand({ node: process.execPath }, [
    'app-config.yaml',
    'app-config.production.yaml',
    ...configFiles,
  ]);
  const child = start(command, args, {
    cwd,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ...configFor({ frontend: port, backend: port }),
      ...Object.fromEntries([
        // So that search has the examples soon. Settings are merged into
        // app-config, so its minutes are taken back.
        setting('search.collators.catalog.schedule', {
          initialDelay: { minutes: 0, seconds: 3 },
          frequency: { minutes: 0, seconds: 10 },
          timeout: { minutes: 5 },
        }),
        ...(database
          ? [setting('backend.database.connection', { directory: database })]
          : []),
        ...Object.entries(settings).map(([path, value]) =>
          setting(path, value),
        ),
      ]),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = join(DATA, 'logs', log);
  const output = quietOutput(child, file, { silent: true });
  const address = `http://localhost:${port}`;
  const ready = await untilReady(
    [`${address}/.backstage/health/v1/readiness`, address],
    child,
  );
  if (!ready) {
    await stop(child);
    throw new Error(
      `The portal did not answer. The end of ${file}:\n${output.tail()}`,
    );
  }
  return { address, child, log: file, stop: () => stop(child) };
}

/** Requests to a portal's backend as the guest user. */
export async function guestClient(address) {
  const answer = await fetch(`${address}/api/auth/guest/refresh`, {
    method: 'POST',
  });
  const { backstageIdentity } = await answer.json();
  const request = async (path, init = {}) => {
    const response = await fetch(`${address}/api/${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${backstageIdentity.token}`,
        'content-type': 'application/json',
        ...init.headers,
      },
    });
    if (!response.ok) {
      throw new Error(
        `${path} answered ${response.status}: ${await response.text()}`,
      );
    }
    return response.status === 204 ? undefined : response.json();
  };
  const query = (parameters = {}) =>
    request(
      `catalog/entities/by-query?${new URLSearchParams(parameters).toString()}`,
    );
  return { request, query };
}
