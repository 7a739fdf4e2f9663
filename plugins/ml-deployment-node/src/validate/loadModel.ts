import { dirname, join } from 'node:path';

/** A class of a schema package: what is made of it can validate itself. */
export type ModelClass = new (data: never) => { validate(): void };

/*
 * The schema packages are ES modules whose `exports` have `import` only, which
 * a CommonJS package can neither import statically nor require by name. Node
 * loads such a module by its path. Taken from the process itself, since a test
 * runner that stands in for `require` cannot do it.
 */
const nodeRequire = process
  .getBuiltinModule('node:module')
  .createRequire(__filename);

/** Loads a class such as `Rollout`, from the file that is named after it. */
export function loadModel(packageName: string, path: string): ModelClass {
  const root = dirname(nodeRequire.resolve(`${packageName}/package.json`));
  const name = path.slice(path.lastIndexOf('/') + 1);
  return nodeRequire(join(root, `${path}.js`))[name];
}
