import { JsonObject } from '@backstage/types';

/**
 * What the catalog's model wants of a kind's JSON schema: the `spec` alone,
 * since the catalog declares the envelope itself, and no `format`, since its
 * validator knows none and refuses every entity of a schema that has one.
 */
export function specSchema(schema: { properties?: object }): JsonObject {
  const { spec } = withoutFormat(schema.properties) as { spec: JsonObject };
  return { type: 'object', required: ['spec'], properties: { spec } };
}

function withoutFormat(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFormat);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // A field of ours may be called `format` too; its value is then a schema.
      .filter(([key, entry]) => key !== 'format' || typeof entry !== 'string')
      .map(([key, entry]) => [key, withoutFormat(entry)]),
  );
}
