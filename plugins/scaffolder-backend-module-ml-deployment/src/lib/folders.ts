import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';

/** What a folder may hold at most. */
export interface FolderLimits {
  files: number;
  /** Of one file. */
  bytes: number;
  /** Of all together. */
  totalBytes: number;
}

/** A file of a folder. */
export interface FolderFile {
  /** Relative, with slashes. */
  path: string;
  bytes: Buffer;
  isExecutable: boolean;
}

interface WalkOptions {
  limits: FolderLimits;
  /** Whether a file or folder is left out; may refuse it by throwing. */
  skip(path: string, isFolder: boolean): boolean;
}

/**
 * Every file below a folder, ordered by path.
 *
 * @throws InputError for a symbolic link and for what is no file, or too much of it.
 */
export async function readFolder(
  folder: string,
  { limits, skip }: WalkOptions,
): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  let total = 0;

  async function walk(below: string): Promise<void> {
    const entries = await fs.readdir(join(folder, below), {
      withFileTypes: true,
    });
    for (const entry of entries) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (skip(path, entry.isDirectory())) continue;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) await take(path);
      else {
        throw new InputError(
          `${path}: expected a file, was ${
            entry.isSymbolicLink() ? 'a symbolic link' : 'something else'
          }`,
        );
      }
    }
  }

  async function take(path: string): Promise<void> {
    const { size, mode } = await fs.lstat(join(folder, path));
    total += size;
    if (size > limits.bytes) {
      throw new InputError(
        `${path}: expected at most ${limits.bytes} bytes, was ${size}`,
      );
    }
    if (files.length === limits.files || total > limits.totalBytes) {
      throw new InputError(
        `expected at most ${limits.files} files of ${limits.totalBytes} bytes together, was more with ${path}`,
      );
    }
    files.push({
      path,
      bytes: await fs.readFile(join(folder, path)),
      isExecutable: (mode & 0o100) !== 0,
    });
  }

  await walk('');
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
