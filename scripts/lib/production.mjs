import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PRODUCTION, ROOT } from './paths.mjs';
import { mustRun } from './process.mjs';
import { step } from './progress.mjs';
import { workspaceFolders } from './workspaces.mjs';

const STAMP = 'built-from';

/** What the build was made from: the commit and whatever differs from it. */
function sourceState() {
  const git = (...args) =>
    execFileSync('git', args, { cwd: ROOT, maxBuffer: 1 << 28 });
  try {
    const sources = [
      ...workspaceFolders(),
      'package.json',
      'yarn.lock',
      'tsconfig.json',
    ];
    const hash = createHash('sha256')
      .update(git('ls-files', '-s', '--', ...sources))
      .update(git('diff', 'HEAD', '--', ...sources));
    const untracked = git(
      'ls-files',
      '--others',
      '--exclude-standard',
      '--',
      ...sources,
    )
      .toString()
      .split('\n')
      .filter(Boolean);
    for (const file of untracked)
      hash.update(file).update(readFileSync(join(ROOT, file)));
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

/** Links every package of the bundle so that they find each other and not the sources. */
function linkPackages(folder) {
  for (const workspace of workspaceFolders()) {
    const manifestFile = join(folder, workspace, 'package.json');
    if (!existsSync(manifestFile)) continue;
    const { name } = JSON.parse(readFileSync(manifestFile, 'utf8'));
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    // Relative, since the folder is moved into its place when it is whole.
    symlinkSync(
      relative(dirname(link), join(folder, workspace)),
      link,
      'junction',
    );
  }
}

/** Builds the production bundle into `.production`; nothing is done where the sources are the same. */
export async function buildProduction({ yarn, env }) {
  const state = sourceState();
  const stamp = join(PRODUCTION, STAMP);
  const isBuilt =
    state &&
    existsSync(stamp) &&
    // The backend finds the frontend by its package, which is this one.
    existsSync(join(ROOT, 'packages', 'app', 'dist', 'index.html')) &&
    readFileSync(stamp, 'utf8') === state;
  if (isBuilt) return;

  await step('Building frontend and backend', async () => {
    const [command, args] = yarn('workspace', 'backend', 'build');
    await mustRun(
      command,
      args,
      {
        cwd: ROOT,
        env: { ...env, NODE_ENV: 'production' },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
      'The build failed; the lines above say why.',
    );
    const next = `${PRODUCTION}.next`;
    rmSync(next, { recursive: true, force: true });
    mkdirSync(next, { recursive: true });
    execFileSync('tar', [
      '-xzf',
      join(ROOT, 'packages', 'backend', 'dist', 'bundle.tar.gz'),
      '-C',
      next,
    ]);
    linkPackages(next);
    if (state) writeFileSync(join(next, STAMP), state);
    rmSync(PRODUCTION, { recursive: true, force: true });
    renameSync(next, PRODUCTION);
  });
}

/** Command line of the built backend, which serves the frontend too. */
export function productionCommand(
  { node },
  configFiles = ['app-config.yaml', 'app-config.production.yaml'],
) {
  return {
    command: node,
    args: [
      '--no-node-snapshot',
      join(PRODUCTION, 'packages', 'backend'),
      ...configFiles.flatMap(file => ['--config', join(ROOT, file)]),
    ],
    // File targets in app-config are relative to packages/backend.
    cwd: join(ROOT, 'packages', 'backend'),
  };
}
