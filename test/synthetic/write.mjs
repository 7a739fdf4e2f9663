#!/usr/bin/env node
// Writes synthetic models for a portal to read:
//   node test/synthetic/write.mjs [folder] [models] [seed]
// and prints the location for app-config.local.yaml.
import { join, resolve } from 'node:path';
import { DATA } from '../../scripts/lib/paths.mjs';
import { locationOf, writeEntities } from './writeEntities.mjs';

const [folder = join(DATA, 'synthetic'), models = '10000', seed = '1'] =
  process.argv.slice(2);
const target = resolve(folder);
const written = writeEntities(target, {
  models: Number(models),
  seed: Number(seed),
});
console.log(
  `${written.models} models and ${written.deployments} deployments in ${target}. The location for catalog.locations:`,
);
console.log(JSON.stringify(locationOf(target)));
