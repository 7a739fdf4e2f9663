import { JsonObject, JsonValue } from '@backstage/types';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A value with a patch applied as of RFC 7396: objects are merged, all else is
 * replaced, and null removes a field.
 */
export function mergePatch(
  value: JsonValue | undefined,
  patch: JsonValue,
): JsonValue {
  if (!isObject(patch)) return patch;
  const merged = new Map(Object.entries(isObject(value) ? value : {}));
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) merged.delete(key);
    else if (change !== undefined) {
      merged.set(key, mergePatch(merged.get(key), change));
    }
  }
  return Object.fromEntries(merged) as JsonObject;
}
