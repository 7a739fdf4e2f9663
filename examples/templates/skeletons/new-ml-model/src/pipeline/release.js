import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CANDIDATE, MODELS } from '../paths.js';
import { updateCatalog } from './updateCatalog.js';
import { readAliases, readArtefact, readVersions } from './versions.js';

/** @param {unknown} value */
const pretty = value => `${JSON.stringify(value, null, 2)}\n`;

// Makes the candidate of "npm run train" a version, in model/ and in the catalog.
const [newest] = readVersions(MODELS);
const candidate = readArtefact(CANDIDATE);
const version = String(Number(newest?.version ?? 0) + 1);
const released = {
  ...candidate,
  version,
  createdAt: new Date().toISOString(),
};

mkdirSync(MODELS, { recursive: true });
// A version that exists is never written over.
writeFileSync(join(MODELS, `${version}.json`), pretty(released), {
  flag: 'wx',
});
writeFileSync(
  join(MODELS, 'aliases.json'),
  pretty({ ...readAliases(MODELS), challenger: version }),
);
updateCatalog();
console.log(
  `Released version ${version}; commit model/ and catalog-info.yaml.`,
);
