import { readFileSync, writeFileSync } from 'node:fs';
import { readSchema } from '../config.js';
import { CATALOG_INFO, MODELS } from '../paths.js';
import { catalogVersions, replaceVersions } from './catalogVersions.js';
import { readAliases, readVersions } from './versions.js';

/** Writes what model/ holds into catalog-info.yaml. */
export function updateCatalog() {
  const block = catalogVersions(
    readVersions(MODELS),
    readSchema(),
    readAliases(MODELS),
  );
  const text = readFileSync(CATALOG_INFO, 'utf8');
  writeFileSync(CATALOG_INFO, replaceVersions(text, block));
}
