import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
  createWriteStream,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { filesOfWorkspaces } from './workspaces.mjs';
import { DATA, ROOT } from './paths.mjs';
import { Explained, explain } from './explain.mjs';
import { start } from './process.mjs';
import { step } from './progress.mjs';

const STAMP = join(ROOT, 'node_modules', '.airworthy-installed');
const NEEDED_BYTES = 3e9;

function fingerprint() {
  const hash = createHash('sha256').update(
    `${process.platform}-${process.arch}`,
  );
  for (const file of [
    'yarn.lock',
    '.yarnrc.yml',
    'package.json',
    ...filesOfWorkspaces('package.json'),
  ]) {
    hash.update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

/** Installs the packages unless that was done for just these manifests. */
export async function install({ yarn, env }) {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;

  const { bavail, bsize } = statfsSync(ROOT);
  if (!existsSync(STAMP) && bavail * bsize < NEEDED_BYTES) {
    throw new Explained(
      `The disk has ${((bavail * bsize) / 1e9).toFixed(
        1,
      )} GB left; Airworthy needs about ${
        NEEDED_BYTES / 1e9
      } GB for its packages. Free some space and run the command again.`,
    );
  }
  const log = join(DATA, 'logs', 'install.log');
  mkdirSync(dirname(log), { recursive: true });
  await step(
    'Installing packages (two to four minutes the first time)',
    async () => {
      const [command, args] = yarn(
        'install',
        process.env.CI ? '--immutable' : '--no-immutable',
      );
      const child = start(command, args, {
        cwd: ROOT,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const output = [];
      const file = createWriteStream(log);
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', chunk => {
          output.push(String(chunk));
          file.write(chunk);
        });
      }
      const code = await child.exited;
      file.end();
      if (code !== 0) {
        const errors = output
          .join('')
          .split('\n')
          .filter(line =>
            /YN0001|YN0028|YN0035|YN0041|YN0082|[Ee]rror|ENO/.test(line),
          );
        throw new Explained(
          `${explain(
            new Error(errors.slice(0, 3).join('\n') || 'yarn install failed'),
          )}\n  The whole output is in ${log}.`,
        );
      }
    },
  );
  writeFileSync(STAMP, wanted);
}
