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
import { createInterface } from 'node:readline';
import { filesOfWorkspaces } from './workspaces.mjs';
import { DATA, ROOT } from './paths.mjs';
import { Explained, explain } from './explain.mjs';
import { start, stop } from './process.mjs';
import { step } from './progress.mjs';

const STAMP = join(ROOT, 'node_modules', '.airworthy-installed');
const NEEDED_BYTES = 3e9;
const TROUBLE = /YN0001|YN0028|YN0035|YN0041|YN0082|[Ee]rror|ENO/;
// A package that yarn gave up on after its own retries.
const FATAL = /YN0001/;

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

/** Runs the install; throws a sentence with the first errors where it fails. */
async function runInstall([command, args], env) {
  const log = join(DATA, 'logs', 'install.log');
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log);
  const errors = [];
  const child = start(command, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      file.write(`${line}\n`);
      if (TROUBLE.test(line)) errors.push(line);
      // Without this, yarn would try each of the other packages for minutes.
      if (FATAL.test(line)) stop(child);
    });
  }
  const code = await child.exited;
  file.end();
  if (code === 0 && errors.every(line => !FATAL.test(line))) return;
  const cause = errors.slice(0, 3).join('\n') || 'yarn install failed';
  throw new Explained(
    `${explain(new Error(cause))}\n  The whole output is in ${log}.`,
  );
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
  await step('Installing packages (two to four minutes the first time)', () =>
    runInstall(
      yarn('install', process.env.CI ? '--immutable' : '--no-immutable'),
      env,
    ),
  );
  writeFileSync(STAMP, wanted);
}
