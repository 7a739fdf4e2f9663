const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 50;

/**
 * The first thing in an entity that other code could not handle safely, as a
 * sentence: a key that reaches an object's prototype where code merges or
 * indexes by key, or a depth that overflows the stack of recursive code.
 */
export function findUnsafe(entity: object): string | undefined {
  const stack: { value: object; path: string; depth: number }[] = [
    { value: entity, path: '', depth: 0 },
  ];
  while (stack.length) {
    const { value, path, depth } = stack.pop()!;
    if (depth > MAX_DEPTH) {
      return `${path}: expected at most ${MAX_DEPTH} levels of nesting, was deeper`;
    }
    // Object.keys lists `__proto__` where JSON or YAML made it a property.
    for (const key of Object.keys(value)) {
      const pointer = `${path}/${key}`;
      if (FORBIDDEN.has(key)) {
        return `${pointer}: expected a key other than __proto__, constructor and prototype`;
      }
      const child = (value as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null) {
        stack.push({ value: child, path: pointer, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
