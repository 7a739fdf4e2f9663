import { promises as fs } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file, and makes the folders above it. */
export async function writeText(path: string, content: string): Promise<void> {
  await fs.mkdir(dirname(path), { recursive: true });
  await fs.writeFile(path, content);
}
