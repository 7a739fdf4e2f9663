import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { mustRun } from './process.mjs';
import { step } from './progress.mjs';
import { filesOfWorkspaces } from './workspaces.mjs';

/**
 * Prepares the data of the examples: each example workspace that has a script
 * `prepare-demo` makes its own, and decides itself whether it is still fresh.
 */
export async function prepareDemo({ yarn, env }) {
  if (process.env.AIRWORTHY_DEMO === 'false') return;
  const withData = filesOfWorkspaces('package.json')
    .map(file => JSON.parse(readFileSync(join(ROOT, file), 'utf8')))
    .filter(manifest => manifest.scripts?.['prepare-demo']);
  for (const { name } of withData) {
    await step(`Preparing demo data of ${name}`, () => {
      const [command, args] = yarn('workspace', name, 'run', 'prepare-demo');
      return mustRun(
        command,
        args,
        { cwd: ROOT, env },
        `The demo data of ${name} could not be prepared; the lines above say why. AIRWORTHY_DEMO=false starts without it.`,
      );
    });
  }
}

/** Whether demo data was prepared before, so that a start need not wait for it. */
export const hasDemo = () => existsSync(join(ROOT, '.demo'));
