import { posix } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { isGitPath } from '@airworthy/plugin-ml-deployment-node';

function isInside(target: unknown): boolean {
  if (typeof target !== 'string') return false;
  const path = posix.normalize(target.replace(/\\/g, '/'));
  const isRelative = !path.startsWith('/') && !/^[a-z]:/i.test(path);
  return isRelative && path.split('/')[0] !== '..' && !isGitPath(path);
}

/**
 * Refuses a location that has the catalog read files of the backend's disk
 * from outside the repository.
 *
 * @throws NotAllowedError
 */
export function assertInside(entity: Entity, field: string): void {
  if (entity.kind.toLocaleLowerCase('en-US') !== 'location') return;
  const { type = 'file', target, targets } = entity.spec ?? {};
  if (type !== 'file') return;
  const all = [target ?? [], targets ?? []].flat();
  for (const each of all) {
    if (isInside(each)) continue;
    throw new NotAllowedError(
      `${field}: /spec/target: expected a path within the repository, was ${JSON.stringify(
        each,
      )}`,
    );
  }
}
