/** The value at a path of own properties, or undefined. */
export function readPath(root: unknown, segments: readonly string[]): unknown {
  let at: unknown = root;
  for (let i = 0; i < segments.length; i++) {
    if (typeof at !== 'object' || at === null) return undefined;
    // Own properties only: a rule must not see what objects inherit.
    if (!Object.hasOwn(at, segments[i])) return undefined;
    at = (at as Record<string, unknown>)[segments[i]];
  }
  return at;
}
