import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

/** Files that a target names; in its last part it may hold a `*`. */
function expandTarget(target: string): string[] {
  if (!target.includes('*')) return [target];
  const folder = dirname(target);
  return readdirSync(folder)
    .filter(name => extname(name) === extname(target))
    .map(name => resolve(folder, name));
}

/** Entities of a file and of all files that its Locations point to. */
export function readEntities(file: string): Entity[] {
  const entities = parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS() as Entity | null)
    .filter(entity => entity !== null);
  const targets = entities
    .filter(entity => entity.kind === 'Location')
    .flatMap(entity => entity.spec!.targets as string[])
    .flatMap(target => expandTarget(resolve(dirname(file), target)));
  return [...entities, ...targets.flatMap(readEntities)];
}
