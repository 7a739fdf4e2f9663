import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readdirSync } from 'node:fs';

/** The root of the repository. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const TOOLS = join(ROOT, '.tools');
export const DATA = join(ROOT, '.data');
export const PRODUCTION = join(ROOT, '.production');

/** The committed release of yarn, one file that any Node runs. */
export function yarnFile() {
  const folder = join(ROOT, '.yarn', 'releases');
  const file = readdirSync(folder).find(name => /^yarn-.*\.cjs$/.test(name));
  return join(folder, file);
}
