import { z } from 'zod';

type Path = PropertyKey[];

// Each pass takes at least one value out, and a value's parents are few.
const MAX_PASSES = 50;

function at(value: unknown, path: Path): unknown {
  return path.reduce<any>(
    (parent, key) =>
      typeof parent === 'object' &&
      parent !== null &&
      Object.hasOwn(parent, key)
        ? parent[key]
        : undefined,
    value,
  );
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What to take out for an issue, nothing where the value can be shown. */
function culprits(issue: z.core.$ZodIssue, value: unknown): Path[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => [...issue.path, key]);
  }
  const culprit = at(value, issue.path);
  // A rule over several fields is broken: each of them can still be shown.
  if (issue.code === 'custom' && isContainer(culprit)) return [];
  // What is required and absent spoils what it is a part of.
  const path = culprit === undefined ? issue.path.slice(0, -1) : issue.path;
  return path.length > 0 ? [path] : [];
}

function remove(value: unknown, paths: Path[]): void {
  const lists = new Set<unknown[]>();
  for (const path of paths) {
    const parent = at(value, path.slice(0, -1));
    const key = path[path.length - 1];
    if (Array.isArray(parent)) {
      parent[key as number] = undefined;
      lists.add(parent);
    } else if (isContainer(parent)) {
      Reflect.deleteProperty(parent, key);
    }
  }
  for (const entries of lists) {
    entries.splice(
      0,
      entries.length,
      ...entries.filter(entry => entry !== undefined),
    );
  }
}

/**
 * A copy of a value without the parts that its schema refuses, so that an
 * entity of an older schema is shown as far as it can be read.
 */
export function dropInvalid<S extends z.ZodType>(
  schema: S,
  value: unknown,
): z.infer<S> | undefined {
  const copy = structuredClone(value);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { success, error } = schema.safeParse(copy);
    if (success) return copy as z.infer<S>;
    const paths = error.issues.flatMap(issue => culprits(issue, copy));
    if (paths.length === 0) {
      return error.issues.every(issue => issue.path.length > 0)
        ? (copy as z.infer<S>)
        : undefined;
    }
    remove(copy, paths);
  }
  return undefined;
}
