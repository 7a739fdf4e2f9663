import { join } from 'node:path';
import { prepareDemo } from './lib/demo.mjs';
import { Explained } from './lib/explain.mjs';
import { install } from './lib/install.mjs';
import { DATA } from './lib/paths.mjs';
import { configFor } from './lib/portalEnv.mjs';
import { mustBeFree, portFrom } from './lib/ports.mjs';
import { isStopping, start, stop } from './lib/process.mjs';
import { buildProduction, productionCommand } from './lib/production.mjs';
import { step } from './lib/progress.mjs';
import { quietOutput } from './lib/quietOutput.mjs';
import { toolchain } from './lib/toolchain.mjs';
import { untilReady } from './lib/untilReady.mjs';

/** Builds what changed and serves frontend and backend on one port. */
export async function run(args) {
  const port = portFrom('AIRWORTHY_BACKEND_PORT', 7007);
  await mustBeFree(port, 'AIRWORTHY_BACKEND_PORT');
  const tools = await toolchain();
  await install(tools);
  await buildProduction(tools);
  await prepareDemo(tools);

  const { command, args: nodeArgs, cwd } = productionCommand(tools);
  const portal = start(command, nodeArgs, {
    cwd,
    env: {
      ...tools.env,
      NODE_ENV: 'production',
      ...configFor({ frontend: port, backend: port }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = join(DATA, 'logs', 'production.log');
  const output = quietOutput(portal, log, {
    verbose: args.includes('--verbose'),
  });
  const address = `http://localhost:${port}`;
  const ready = await step('Starting the portal', () =>
    untilReady([`${address}/.backstage/health/v1/readiness`, address], portal),
  );
  if (!ready) {
    if (isStopping()) return 130;
    await stop(portal);
    throw new Explained(
      `The portal stopped before it answered. Its last lines:\n${output.tail()}`,
    );
  }
  console.log(
    `\n  Airworthy is up: ${address}\n  Log: ${log}   Stop: Ctrl-C\n`,
  );
  const code = await portal.exited;
  await stop(portal);
  return isStopping() ? 130 : code;
}
