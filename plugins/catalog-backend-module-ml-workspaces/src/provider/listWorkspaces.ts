import { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkspaceRoot } from '@airworthy/plugin-ml-deployment-node';

const CATALOG_INFO = 'catalog-info.yaml';

/** A repository whose entities the catalog is to read. */
export interface Workspace {
  repository: string;
  /** Absolute path of its catalog-info.yaml. */
  catalogInfo: string;
}

/** What is below the root. */
export interface WorkspaceList {
  workspaces: Workspace[];
  /** Why a folder was passed over that looks like a repository, by its name. */
  passedOver: Map<string, string>;
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Undefined for a repository to be read, else why not; empty for what is none. */
async function objectionTo(folder: string): Promise<string | undefined> {
  const git = await statOf(join(folder, '.git'));
  if (!git) return '';
  if (!git.isDirectory()) return 'its .git is not a folder';
  const info = await statOf(join(folder, CATALOG_INFO));
  if (!info) return '';
  return info.isFile() ? undefined : `its ${CATALOG_INFO} is not a file`;
}

/**
 * Lists the repositories below a root, ordered by name.
 *
 * @throws Error where the root cannot be read.
 */
export async function listWorkspaces(
  root: WorkspaceRoot,
): Promise<WorkspaceList> {
  const workspaces: Workspace[] = [];
  const passedOver = new Map<string, string>();
  const entries = await readdir(root.path, { withFileTypes: true });
  for (const entry of entries) {
    const { name } = entry;
    // Locks and repositories that are just being made.
    if (name.startsWith('.')) continue;
    if (entry.isSymbolicLink()) {
      passedOver.set(name, 'it is a link');
      continue;
    }
    if (!entry.isDirectory()) continue;
    const folder = join(root.path, name);
    const objection = await objectionTo(folder);
    if (objection) passedOver.set(name, objection);
    if (objection !== undefined) continue;
    if (!WorkspaceRoot.isRepositoryName(name)) {
      passedOver.set(name, 'its name is none of a repository');
      continue;
    }
    workspaces.push({
      repository: name,
      catalogInfo: join(folder, CATALOG_INFO),
    });
  }
  workspaces.sort((a, b) => (a.repository < b.repository ? -1 : 1));
  return { workspaces, passedOver };
}
