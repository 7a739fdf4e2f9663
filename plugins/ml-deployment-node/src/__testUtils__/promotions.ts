import { parseAllDocuments } from 'yaml';
import { serialiseManifests } from '../manifests/serialise';
import { ManifestText } from '../manifests/types';
import { Promotion } from '../promote/types';
import { renderManifests } from '../render/renderManifests';
import { RenderRequest } from '../request/requestSchema';
import { PAIRS, requestFor } from './requests';

/** A strategy with its target. */
export type Pair = (typeof PAIRS)[number];

/** The manifests of a pair as they are written. */
export const filesOf = (pair: Pair, more: Partial<RenderRequest> = {}) =>
  serialiseManifests(renderManifests(requestFor(...pair, more)).files);

/** The manifests after a change. */
export function apply(
  files: ManifestText[],
  { files: changed, removed }: Promotion,
): ManifestText[] {
  return files
    .filter(({ path }) => !removed.includes(path))
    .map(file => changed.find(({ path }) => path === file.path) ?? file);
}

/** What is in manifests. */
export const documentsOf = (files: ManifestText[]) =>
  files.flatMap(({ content }) =>
    parseAllDocuments(content).map(document => document.toJS()),
  );
