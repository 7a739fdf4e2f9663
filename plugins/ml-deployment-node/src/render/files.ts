import { KubernetesObject, ManifestFile } from '../manifests/types';

/** A file, unless nothing is in it. */
export function fileOf(
  name: string,
  path: string,
  documents: KubernetesObject[],
): ManifestFile[] {
  return documents.length ? [{ path: `${name}/${path}.yaml`, documents }] : [];
}
