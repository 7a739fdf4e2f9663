import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { toolchain } from '../../scripts/lib/toolchain.mjs';
import { workspaceFolders } from '../../scripts/lib/workspaces.mjs';
import { temporaryFolder } from '../lib/temporaryFolder.mjs';

const manifestOf = folder =>
  JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));

const published = workspaceFolders()
  .filter(folder => existsSync(join(ROOT, folder, 'package.json')))
  .map(folder => ({ folder, manifest: manifestOf(folder) }))
  .filter(({ manifest }) => !manifest.private);

/** Every file that an exports map names. */
function targetsOf(value) {
  if (typeof value === 'string') return [value];
  return (
    Object.entries(value ?? {})
      // Names the kind of feature that an entry holds, and no file.
      .filter(([condition]) => condition !== 'backstage')
      .flatMap(([, target]) => targetsOf(target))
  );
}

describe('published packages', () => {
  const scratch = temporaryFolder();
  after(scratch.remove);
  let tools;
  const yarn = (...args) => {
    const [command, yarnArgs] = tools.yarn(...args);
    return execFileSync(command, yarnArgs, {
      cwd: ROOT,
      env: tools.env,
      encoding: 'utf8',
    });
  };

  before(async () => {
    tools = await toolchain();
    // The declarations that each build takes its types from.
    yarn('tsc');
    yarn('backstage-cli', 'repo', 'build');
  });

  it('are all of the plugins', () => {
    assert.ok(published.length > 0);
    for (const folder of workspaceFolders()) {
      if (!folder.startsWith('plugins')) continue;
      assert.ok(
        published.some(entry => entry.folder === folder),
        `${folder} is private or no package`,
      );
    }
  });

  for (const { folder, manifest } of published) {
    it(`${manifest.name} holds what its manifest names`, () => {
      const archive = join(scratch.folder, `${folder.replace(/\W/g, '-')}.tgz`);
      yarn('workspace', manifest.name, 'pack', '--out', archive);
      const files = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' })
        .trim()
        .split('\n')
        .map(file => file.replace(/^package\//, ''));
      const packed = JSON.parse(
        execFileSync('tar', ['-xzOf', archive, 'package/package.json'], {
          encoding: 'utf8',
        }),
      );
      const has = file => files.includes(file.replace(/^\.\//, ''));

      for (const field of ['main', 'types']) {
        assert.ok(has(packed[field]), `${field} names ${packed[field]}`);
      }
      for (const target of targetsOf(packed.exports)) {
        assert.ok(has(target), `exports names ${target}, which is not there`);
        assert.doesNotMatch(target, /^\.\/src\//);
      }
      assert.ok(packed.exports['.'].types, 'the entry has types');
      assert.ok(has('README.md'), 'a README');
      assert.ok(has('LICENSE') || packed.license === 'Apache-2.0', 'a licence');
      assert.deepEqual(
        files.filter(file => /^src\/|\.test\.|__fixtures__/.test(file)),
        [],
        'no sources or tests',
      );
      if (existsSync(join(ROOT, folder, 'config.d.ts'))) {
        // Packing turns the declaration into JSON schema.
        assert.ok(packed.configSchema, 'configSchema names the schema');
        assert.ok(has(packed.configSchema), 'the config schema');
      }
      if (existsSync(join(ROOT, folder, 'migrations'))) {
        assert.ok(
          files.some(file => file.startsWith('migrations/')),
          'the migrations',
        );
      }
      for (const [name, range] of Object.entries(packed.dependencies ?? {})) {
        assert.doesNotMatch(range, /^(workspace|link):/, `${name} is ${range}`);
      }
    });
  }

  it('leave their manifests as they were', () => {
    for (const { folder, manifest } of published) {
      assert.deepEqual(manifestOf(folder), manifest);
    }
  });
});
