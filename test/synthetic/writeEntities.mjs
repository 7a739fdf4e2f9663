import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { createEntities } from './createEntities.mjs';

const FILE_SIZE = 500;

/** Names of the example organisation's teams. */
function exampleTeams() {
  const file = join(ROOT, 'examples', 'org', 'groups.yaml');
  return parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS())
    .filter(entity => entity?.spec.type === 'team')
    .map(entity => entity.metadata.name);
}

/**
 * Writes synthetic models and deployments of the example organisation as
 * catalog files, and answers how many of each there are.
 */
export function writeEntities(folder, { models, seed }) {
  const entities = createEntities({
    models,
    seed,
    teams: exampleTeams(),
  });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < entities.length; at += FILE_SIZE) {
    const number = String(at / FILE_SIZE).padStart(4, '0');
    writeFileSync(
      join(folder, `synthetic-${number}.yaml`),
      // JSON is YAML, and quick to write and to read.
      entities
        .slice(at, at + FILE_SIZE)
        .map(entity => `${JSON.stringify(entity)}\n`)
        .join('---\n'),
    );
  }
  const count = kind => entities.filter(e => e.kind === kind).length;
  return { models: count('MlModel'), deployments: count('MlDeployment') };
}

/** The catalog location that reads what was written. */
export const locationOf = folder => ({
  type: 'file',
  target: join(folder, 'synthetic-*.yaml'),
  rules: [{ allow: ['Group', 'System', 'MlModel', 'MlDeployment'] }],
});
