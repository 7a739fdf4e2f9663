import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('../model/Model.js').Artefact} Artefact */

/** @param {string} file @returns {Artefact} */
export const readArtefact = file => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The released versions, newest first.
 *
 * @param {string} folder
 * @returns {Artefact[]}
 */
export function readVersions(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => /^\d+\.json$/.test(name))
    .sort((a, b) => parseInt(b, 10) - parseInt(a, 10))
    .map(name => readArtefact(join(folder, name)));
}

/**
 * Which version each alias points to.
 *
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export function readAliases(folder) {
  const file = join(folder, 'aliases.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
