import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.mjs';

const PORTAL = join(ROOT, 'scripts', 'portal.mjs');

/** Runs a command as if on another platform or Node. */
function runAs({ platform, arch, version }, ...args) {
  const pretend = Object.entries({ platform, arch, version })
    .filter(([, value]) => value)
    .map(
      ([name, value]) =>
        `Object.defineProperty(process, '${name}', { value: '${value}' });`,
    )
    .join('');
  return spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${pretend}`, PORTAL, ...args],
    { encoding: 'utf8', env: { ...process.env, AIRWORTHY_DEMO: 'false' } },
  );
}

describe('the commands', () => {
  it('say which Node to install where none can be fetched', () => {
    const { status, stderr } = runAs(
      { platform: 'sunos', arch: 'x64', version: 'v20.1.0' },
      'build',
    );
    assert.equal(status, 1);
    assert.equal(
      stderr.trim(),
      '✗ Airworthy needs Node 22 or 24; this is v20.1.0, and no Node for sunos-x64 can be fetched. Install one and run the command again.',
    );
  });

  it('name the commands that there are', () => {
    const { status, stderr } = runAs({}, 'fly');
    assert.equal(status, 2);
    assert.match(stderr, /^Unknown command "fly"; expected one of start, test/);
  });

  it('name the stages that there are', () => {
    const { status, stderr } = runAs({}, 'test', 'everything');
    assert.equal(status, 1);
    assert.match(
      stderr,
      /✗ There is no stage "everything"; the stages are format, /,
    );
  });
});
