import { fileURLToPath } from 'node:url';

/**
 * A path from the root of the repository.
 *
 * @param {string} path
 */
export const fromRoot = path =>
  fileURLToPath(new URL(`../${path}`, import.meta.url));

export const DATA = fromRoot('data/weather.csv');
export const MODELS = fromRoot('model/');
export const CATALOG_INFO = fromRoot('catalog-info.yaml');
export const CANDIDATE = fromRoot('build/candidate.json');
