import { createHash } from 'node:crypto';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  LocationEntity,
} from '@backstage/catalog-model';
import { Workspace } from './listWorkspaces';

const MAX_NAME = 63;

/** A name that an entity may have, also for the longest of a repository. */
function nameOf(repository: string): string {
  const name = `ml-workspace-${repository}`;
  if (name.length <= MAX_NAME) return name;
  const hash = createHash('sha256').update(repository).digest('hex');
  return `${name.slice(0, MAX_NAME - 9)}-${hash.slice(0, 8)}`;
}

/** The location that the catalog reads the entities of a repository from. */
export function toLocation({
  repository,
  catalogInfo,
}: Workspace): LocationEntity {
  const location = `file:${catalogInfo}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: {
      name: nameOf(repository),
      title: repository,
      description: `The local repository ${repository}.`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: { type: 'file', target: catalogInfo, presence: 'required' },
  };
}

/** What the catalog knows by that it read the file. */
export const refreshKeyOf = ({ catalogInfo }: Workspace) =>
  `file:${catalogInfo}`;
