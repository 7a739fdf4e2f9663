import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Folders of the workspaces, as the root manifest names them, relative to the root. */
export function workspaceFolders() {
  const { workspaces } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  return workspaces.flatMap(pattern => {
    if (!pattern.endsWith('/*')) return [pattern];
    const parent = pattern.slice(0, -2);
    return readdirSync(join(ROOT, parent))
      .sort()
      .map(name => join(parent, name));
  });
}

/** The file of this name in each workspace that has it. */
export function filesOfWorkspaces(name) {
  return workspaceFolders()
    .map(folder => join(folder, name))
    .filter(file => existsSync(join(ROOT, file)));
}
