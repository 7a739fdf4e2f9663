import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { until } from '../lib/until.mjs';

const LIBRARY = new URL('../../scripts/lib/process.mjs', import.meta.url).href;

// A child that starts a grandchild; both ignore the polite signal.
const STUBBORN = `
  process.on('SIGTERM', () => {});
  const { spawn } = require('node:child_process');
  if (process.argv[1] !== 'last') {
    const child = spawn(process.execPath, ['-e', process.env.STUBBORN, 'last'], { stdio: 'inherit' });
    console.log(process.pid);
  } else {
    console.log(process.pid);
  }
  setInterval(() => {}, 1000);
`;

const runs = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('process', { skip: process.platform === 'win32' }, () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    it(`stops all that was started on ${signal}`, async () => {
      const parent = spawn(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `import { start } from '${LIBRARY}';
           start(process.execPath, ['-e', process.env.STUBBORN]);`,
        ],
        {
          env: { ...process.env, STUBBORN },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      const exited = once(parent, 'exit');
      const pids = [];
      createInterface({ input: parent.stdout }).on('line', line =>
        pids.push(Number(line)),
      );
      await until('two programs', () => pids.length === 2);
      parent.kill(signal);
      assert.deepEqual(await exited, [code, null]);
      await until('their end', () => !pids.some(runs), { limitMs: 3_000 });
    });
  }
});
