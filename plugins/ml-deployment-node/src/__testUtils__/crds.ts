import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

const root = resolve(__dirname, '../../../..');

/** Where the schemas of the engines are; they are not kept in this repository. */
export const CRD_FOLDER = resolve(
  root,
  process.env.AIRWORTHY_CRDS ?? '../shared/data/crds',
);

/** Where example manifests are, beside the schemas. */
export const MANIFEST_FOLDER = resolve(CRD_FOLDER, '../manifests');

export const hasCrds = existsSync(CRD_FOLDER);
export const hasManifests = existsSync(MANIFEST_FOLDER);

export function readYaml(folder: string): Record<string, unknown[]> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter(name => /\.ya?ml$/.test(name))
      .sort()
      .map(name => [
        name,
        parseAllDocuments(readFileSync(resolve(folder, name), 'utf8')).map(
          document => document.toJS(),
        ),
      ]),
  );
}

/** The custom resource definitions of the folder. */
export const readCrds = (): unknown[] =>
  Object.values(readYaml(CRD_FOLDER)).flat();
