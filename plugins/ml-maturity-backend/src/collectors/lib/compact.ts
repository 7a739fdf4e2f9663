import { JsonObject, JsonValue } from '@backstage/types';

type Loose = { [key: string]: JsonValue | Loose | undefined };

/** Leaves out what is undefined, and objects that hold nothing else: a fact that is not known is absent. */
export function compact(values: Loose): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const inner = compact(value as Loose);
      if (Object.keys(inner).length) result[key] = inner;
    } else {
      result[key] = value as JsonValue;
    }
  }
  return result;
}
