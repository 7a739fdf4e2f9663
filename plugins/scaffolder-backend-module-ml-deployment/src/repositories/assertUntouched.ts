import { lstat, readFile, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { relativePath } from '../lib/paths';
import { GitRepository } from './GitRepository';
import { GitFile } from './GitTree';

async function oidOnDisk(
  repository: GitRepository,
  path: string,
): Promise<string | undefined> {
  const file = join(repository.dir, path);
  try {
    const stat = await lstat(file);
    if (stat.isSymbolicLink()) {
      return repository.hash(await readlink(file, { encoding: 'buffer' }));
    }
    if (stat.isFile()) return repository.hash(await readFile(file));
    // What is in a folder is looked at for itself.
    return stat.isDirectory() ? undefined : 'no file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Files in a folder that has the name of a file to be written. */
async function filesInstead(dir: string, path: string): Promise<string[]> {
  try {
    const entries = await readdir(join(dir, path), {
      withFileTypes: true,
      recursive: true,
    });
    return entries
      .filter(entry => !entry.isDirectory())
      .map(entry => relativePath(dir, join(entry.parentPath, entry.name)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

/**
 * Refuses where somebody edited what a commit is going to be written over.
 *
 * @throws ConflictError that names the file.
 */
export async function assertUntouched(
  repository: GitRepository,
  next: ReadonlyMap<string, GitFile>,
): Promise<void> {
  const [base, head] = [await repository.checkedOut(), await repository.head()];
  const before = await repository.files(base);
  // Another one only where a checkout was interrupted: either is ours.
  const now = base === head ? before : await repository.files(head);
  for (const path of await repository.staged()) {
    if (before.has(path) || now.has(path)) continue;
    throw new ConflictError(
      `repository: expected no changes that are not committed, was ${path}, which is staged`,
    );
  }
  const inTheWay = await Promise.all(
    [...next.keys()]
      .filter(path => !now.has(path))
      .map(path => filesInstead(repository.dir, path)),
  );
  for (const path of inTheWay.flat()) {
    if (before.has(path) || now.has(path)) continue;
    throw new ConflictError(
      `repository: expected no changes that are not committed, was ${path}, which is in the way`,
    );
  }
  for (const path of new Set([
    ...before.keys(),
    ...now.keys(),
    ...next.keys(),
  ])) {
    // Another repository within this one is left alone.
    if (now.get(path)?.mode === '160000') continue;
    const oid = await oidOnDisk(repository, path);
    const ours = [before.get(path)?.oid, now.get(path)?.oid];
    if (ours.includes(oid)) continue;
    const isNew = !before.has(path) && !now.has(path);
    if (isNew && oid === next.get(path)?.oid) continue;
    throw new ConflictError(
      `repository: expected no changes that are not committed, was ${path}, which ${
        oid === undefined ? 'is gone' : 'was edited'
      }`,
    );
  }
}
