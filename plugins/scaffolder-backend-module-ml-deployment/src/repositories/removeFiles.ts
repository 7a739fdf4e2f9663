import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const NOT_EMPTY = ['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'];

/** Removes files, and the folders that they leave empty, as git does. */
export async function removeFiles(
  dir: string,
  files: readonly string[],
): Promise<void> {
  for (const file of files) {
    await rm(join(dir, file), { force: true });
    for (let path = dirname(file); path !== '.'; path = dirname(path)) {
      try {
        await rmdir(join(dir, path));
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException;
        if (!NOT_EMPTY.includes(code)) throw error;
        break;
      }
    }
  }
}
