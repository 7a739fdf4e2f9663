import fs from 'node:fs';
import git, { TreeEntry, TREE, WalkerEntry } from 'isomorphic-git';

/** A file of a commit. */
export interface GitFile {
  oid: string;
  mode: string;
}

const FILE_MODES = ['100644', '100755'];

/** Whether it is a plain file: neither a link nor another repository. */
export const isPlainFile = ({ mode }: GitFile) => FILE_MODES.includes(mode);

const modeText = (mode: number) => mode.toString(8).padStart(6, '0');

/** All files of a commit by path. */
export async function readTree(
  dir: string,
  commit: string | undefined,
): Promise<Map<string, GitFile>> {
  const files = new Map<string, GitFile>();
  if (!commit) return files;
  await git.walk({
    fs,
    dir,
    trees: [TREE({ ref: commit })],
    map: async (path: string, [entry]: Array<WalkerEntry | null>) => {
      if (!entry) return undefined;
      if ((await entry.type()) !== 'tree') {
        files.set(path, {
          oid: await entry.oid(),
          mode: modeText(await entry.mode()),
        });
      }
      return undefined;
    },
  });
  return files;
}

/** Files, with a new one; a folder and a file cannot have the same name. */
export function addFile(
  files: Map<string, GitFile>,
  path: string,
  file: GitFile,
): void {
  const parts = path.split('/');
  for (let i = 1; i < parts.length; i++) {
    files.delete(parts.slice(0, i).join('/'));
  }
  for (const other of [...files.keys()]) {
    if (other.startsWith(`${path}/`)) files.delete(other);
  }
  files.set(path, file);
}

/** Writes the trees of files. */
export async function writeTree(
  dir: string,
  files: ReadonlyMap<string, GitFile>,
): Promise<string> {
  const tree: TreeEntry[] = [];
  const folders = new Map<string, Map<string, GitFile>>();
  for (const [path, { mode, oid }] of files) {
    const slash = path.indexOf('/');
    if (slash < 0) {
      const type = mode === '160000' ? 'commit' : 'blob';
      tree.push({ mode, path, oid, type });
      continue;
    }
    const folder = path.slice(0, slash);
    const inner = folders.get(folder) ?? new Map<string, GitFile>();
    inner.set(path.slice(slash + 1), { mode, oid });
    folders.set(folder, inner);
  }
  for (const [path, inner] of folders) {
    const oid = await writeTree(dir, inner);
    tree.push({ mode: '040000', path, oid, type: 'tree' });
  }
  return git.writeTree({ fs, dir, tree });
}
