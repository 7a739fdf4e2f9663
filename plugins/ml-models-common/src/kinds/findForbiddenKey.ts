const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The JSON pointer of the first key that could reach an object's prototype in
 * code that merges or indexes by key, or undefined.
 */
export function findForbiddenKey(
  value: unknown,
  path = '',
): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  // getOwnPropertyNames sees `__proto__` where JSON.parse made it a property.
  for (const key of Object.getOwnPropertyNames(value)) {
    if (Array.isArray(value) && key === 'length') continue;
    const pointer = `${path}/${key}`;
    if (FORBIDDEN.has(key)) return pointer;
    const found = findForbiddenKey(
      (value as Record<string, unknown>)[key],
      pointer,
    );
    if (found) return found;
  }
  return undefined;
}
