import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { ManifestText } from '@airworthy/plugin-ml-deployment-node';
import { InputError } from '@backstage/errors';
import { readFolder } from './folders';
import { childPath, relativePath } from './paths';

const LIMITS = { files: 500, bytes: 1_000_000, totalBytes: 20_000_000 };

const isManifest = (path: string) => /\.ya?ml$/i.test(path);

async function statOf(path: string) {
  try {
    return await fs.stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The YAML files below a path of the workspace, or the one that it names, with
 * their paths in the workspace.
 *
 * @throws InputError where there are none.
 */
export async function readManifests(
  workspacePath: string,
  path: string,
): Promise<ManifestText[]> {
  const target = childPath(workspacePath, path);
  const stat = await statOf(target);
  if (!stat) {
    throw new InputError(
      `path: expected a folder of manifests, was ${path}, which does not exist`,
    );
  }
  if (stat.isFile()) {
    const content = await fs.readFile(target, 'utf8');
    return [{ path: relativePath(workspacePath, target), content }];
  }
  const files = await readFolder(target, {
    limits: LIMITS,
    skip: (each, isFolder) =>
      isFolder ? /(^|\/)\.git$/.test(each) : !isManifest(each),
  });
  if (!files.length) {
    throw new InputError(
      `path: expected a folder with .yaml or .yml files, was ${path}, which has none`,
    );
  }
  return files.map(file => ({
    path: relativePath(workspacePath, join(target, file.path)),
    content: file.bytes.toString('utf8'),
  }));
}
