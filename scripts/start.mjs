import { join } from 'node:path';
import { hasDemo, prepareDemo } from './lib/demo.mjs';
import { Explained } from './lib/explain.mjs';
import { install } from './lib/install.mjs';
import { DATA, ROOT } from './lib/paths.mjs';
import { configFor, portalPorts } from './lib/portalEnv.mjs';
import { mustBeFree } from './lib/ports.mjs';
import { isStopping, start, stop } from './lib/process.mjs';
import { step } from './lib/progress.mjs';
import { quietOutput } from './lib/quietOutput.mjs';
import { toolchain } from './lib/toolchain.mjs';
import { untilReady } from './lib/untilReady.mjs';

/** Brings the development portal up and stays until it is stopped. */
export async function run(args) {
  const verbose = args.includes('--verbose');
  const ports = portalPorts();
  await mustBeFree(ports.frontend, 'AIRWORTHY_PORT');
  await mustBeFree(ports.backend, 'AIRWORTHY_BACKEND_PORT');

  const tools = await toolchain();
  await install(tools);
  // Data that is merely a day old is made anew beside the running portal.
  const demoFirst = hasDemo() ? undefined : await prepareDemo(tools);

  const log = join(DATA, 'logs', 'portal.log');
  const [command, yarnArgs] = tools.yarn('run', 'start:development');
  const portal = start(command, yarnArgs, {
    cwd: ROOT,
    env: {
      ...tools.env,
      ...configFor(ports),
      // Else a frontend that was built for production is read into the database
      // at each start, although the development server answers for it.
      APP_CONFIG_app_disableStaticFallbackCache: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = quietOutput(portal, log, { verbose });

  const address = `http://localhost:${ports.frontend}`;
  const ready = await step('Starting backend and frontend', () =>
    untilReady(
      [
        `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
        address,
      ],
      portal,
    ),
  );
  if (!ready) {
    if (isStopping()) return 130;
    await stop(portal);
    throw new Explained(
      `The portal stopped before it answered. Its last lines:\n${output.tail()}\n  The whole log is in ${log}.`,
    );
  }
  console.log(
    `\n  Airworthy is up: ${address}  (sign in with "Enter")\n  Log: ${log}   Stop: Ctrl-C\n`,
  );
  if (demoFirst === undefined) {
    prepareDemo(tools).catch(error =>
      console.error(`Demo data was not refreshed: ${error.message}`),
    );
  }

  const code = await portal.exited;
  await stop(portal);
  return isStopping() ? 130 : code;
}
