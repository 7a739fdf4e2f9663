import { relative, sep } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/**
 * A path of an input within the workspace of a task.
 *
 * @throws NotAllowedError where it lies outside, also by a link.
 */
export function childPath(base: string, path: string, field = 'path'): string {
  try {
    return resolveSafeChildPath(base, path);
  } catch {
    throw new NotAllowedError(
      `${field}: expected a path within the workspace, was ${JSON.stringify(
        path,
      )}`,
    );
  }
}

/** With slashes, as in git and in outputs. */
export function relativePath(base: string, path: string): string {
  return relative(base, path).split(sep).join('/');
}
