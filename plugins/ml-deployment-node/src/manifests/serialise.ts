import { stringify } from 'yaml';
import { KubernetesObject, ManifestFile, ManifestText } from './types';

/** Writes documents as YAML, each with its own start. @public */
export function serialiseDocuments(
  documents: readonly KubernetesObject[],
): string {
  return documents
    .map(document =>
      // Anchors would stand for objects that only happen to be shared in memory.
      stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }),
    )
    .join('---\n');
}

/** Writes files of manifests as YAML. @public */
export function serialiseManifests(
  files: readonly ManifestFile[],
): ManifestText[] {
  return files.map(({ path, documents }) => ({
    path,
    content: serialiseDocuments(documents),
  }));
}
