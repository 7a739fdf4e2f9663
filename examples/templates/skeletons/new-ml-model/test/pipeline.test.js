import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readConfig, readSchema } from '../src/config.js';
import { loadData } from '../src/data/loadData.js';
import { Model } from '../src/model/Model.js';
import { CATALOG_INFO, DATA, MODELS } from '../src/paths.js';
import {
  catalogVersions,
  replaceVersions,
} from '../src/pipeline/catalogVersions.js';
import { runPipeline } from '../src/pipeline/runPipeline.js';
import { readAliases, readVersions } from '../src/pipeline/versions.js';

const config = readConfig();
const data = loadData(DATA, readSchema());
const versions = readVersions(MODELS);

test('training gives a version that may be released, and the same one again', () => {
  const first = runPipeline({ config, ...data });
  const again = runPipeline({ config, ...data });
  assert.deepEqual(
    first.checks.filter(check => !check.passed),
    [],
  );
  assert.deepEqual(again.artefact, first.artefact);
});

test('each version in model/ has the figures that it is published with', () => {
  for (const { name, version, createdAt, ...released } of versions) {
    const { artefact } = runPipeline({
      config: { ...config, name, features: released.features },
      ...data,
    });
    // Another data file or configuration makes another version.
    if (artefact.run.id !== released.run.id) continue;
    assert.deepEqual(artefact.metrics, released.metrics, `version ${version}`);
    assert.ok(createdAt);
  }
});

test('a model without use is not released', () => {
  const { passed } = runPipeline({
    config: { ...config, features: ['wind'], penalties: [1e9] },
    ...data,
  });
  assert.equal(passed, false);
});

test('the catalog lists the versions that model/ holds', () => {
  const text = readFileSync(CATALOG_INFO, 'utf8');
  const block = catalogVersions(versions, readSchema(), readAliases(MODELS));
  assert.equal(replaceVersions(text, block), text);
});

test('every version answers with numbers, and a classification with shares', () => {
  for (const artefact of versions) {
    const model = new Model(artefact);
    const scores = model.score(data.rows);
    assert.ok(scores.every(Number.isFinite));
    if (model.classifies) assert.ok(scores.every(s => s >= 0 && s <= 1));
  }
});
