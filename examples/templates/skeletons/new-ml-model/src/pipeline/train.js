import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readConfig, readSchema } from '../config.js';
import { loadData } from '../data/loadData.js';
import { CANDIDATE, DATA, MODELS } from '../paths.js';
import { runPipeline } from './runPipeline.js';
import { readVersions } from './versions.js';

// Trains a candidate and writes it to build/; fails where it may not be released.
const { rows, sha256 } = loadData(DATA, readSchema());
const { artefact, checks, passed } = runPipeline({
  config: readConfig(),
  rows,
  sha256,
  newest: readVersions(MODELS)[0],
});

console.table(
  artefact.metrics.map(({ name, slice = 'all', value, baseline }) => ({
    figure: name,
    of: slice,
    value,
    baseline,
  })),
);
for (const { title, passed: ok, found } of checks) {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${title} (was ${found})`);
}
if (passed) {
  mkdirSync(dirname(CANDIDATE), { recursive: true });
  writeFileSync(CANDIDATE, `${JSON.stringify(artefact, null, 2)}\n`);
  console.log(`Written to ${CANDIDATE}; "npm run release" makes it a version.`);
} else {
  process.exitCode = 1;
}
