import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { quietOutput } from '../../scripts/lib/quietOutput.mjs';

const LINES = [
  '{"level":"info","plugin":"catalog","message":"started"}',
  '{"level":"warn","plugin":"catalog","message":"slow"}',
  '{"level":"warn","plugin":"catalog","message":"slow"}',
  '{"level":"error","message":"broken"}',
  '2026-01-01T00:00:00.000Z search warn Postgres search engine is not supported, skipping',
  '{ not json',
  'ERROR in ./src/App.tsx',
];

async function shownOf(t, options) {
  const folder = mkdtempSync(join(tmpdir(), 'airworthy-log-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'logs', 'portal.log');
  const shown = [];
  t.mock.method(console, 'log', line => shown.push(line));
  const child = { stdout: new PassThrough(), stderr: new PassThrough() };
  const output = quietOutput(child, file, options);
  child.stdout.end(`${LINES.join('\n')}\n`);
  await wait(50);
  return { shown, tail: output.tail(), log: readFileSync(file, 'utf8') };
}

describe('quietOutput', () => {
  it('shows each warning and error once and keeps everything in the log', async t => {
    const { shown, tail, log } = await shownOf(t, {});
    assert.deepEqual(shown, [
      '  warn catalog: slow',
      '  error backend: broken',
      '  ERROR in ./src/App.tsx',
    ]);
    assert.equal(log, `${LINES.join('\n')}\n`);
    assert.equal(tail, LINES.join('\n'));
  });

  it('shows every line where that is asked for', async t => {
    const { shown } = await shownOf(t, { verbose: true });
    assert.deepEqual(shown, LINES);
  });
});
