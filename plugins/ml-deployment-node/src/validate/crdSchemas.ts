import Ajv, { ValidateFunction } from 'ajv';
import { at, isObject, listAt, textAt } from './read';
import { SchemaError, findingsOf } from './schemaErrors';
import { Finding, Json } from './types';

const ANY_OBJECT = { type: 'object' };

/* Structural schemas allow fields beside `properties` only where they say so. */
function structuralToJsonSchema(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  if (schema['x-kubernetes-int-or-string'] === true) {
    return { anyOf: [{ type: 'integer' }, { type: 'string' }] };
  }
  const {
    properties,
    items,
    additionalProperties,
    nullable,
    type,
    format,
    description,
    default: ignored,
    ...rest
  } = schema;
  const kept = Object.fromEntries(
    Object.entries(rest).filter(([key]) => !key.startsWith('x-kubernetes-')),
  );
  const open =
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    schema['x-kubernetes-embedded-resource'] === true;
  return {
    ...kept,
    ...(type ? { type: nullable ? [type, 'null'] : type } : {}),
    ...(isObject(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, value]) => [
              key,
              structuralToJsonSchema(value),
            ]),
          ),
          ...(open ? {} : { additionalProperties: false }),
        }
      : {}),
    ...(items ? { items: structuralToJsonSchema(items) } : {}),
    ...(isObject(additionalProperties)
      ? { additionalProperties: structuralToJsonSchema(additionalProperties) }
      : {}),
  };
}

/* The API server itself knows these of every object. */
function withTypeMeta(schema: Json): Json {
  const properties = isObject(schema.properties) ? schema.properties : {};
  return {
    ...schema,
    properties: {
      ...properties,
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: ANY_OBJECT,
    },
  };
}

const compiled = new WeakMap<object, Map<string, ValidateFunction>>();

function compile(crd: Json, version: string): ValidateFunction | undefined {
  const cache = compiled.get(crd) ?? new Map<string, ValidateFunction>();
  compiled.set(crd, cache);
  const cached = cache.get(version);
  if (cached) return cached;
  const found = listAt(crd, 'spec', 'versions').find(
    entry => textAt(entry, 'name') === version,
  );
  const schema = at(found, 'schema', 'openAPIV3Schema');
  if (!isObject(schema)) return undefined;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  const validate = ajv.compile(
    structuralToJsonSchema(withTypeMeta(schema)) as Json,
  );
  cache.set(version, validate);
  return validate;
}

/**
 * What the schema of a custom resource definition says of a document, where
 * fields that it does not name are refused; undefined where none is given.
 */
export function findInCrdSchemas(
  document: Json,
  crds: readonly Json[],
): Finding[] | undefined {
  const [group, version] = String(document.apiVersion).split('/');
  const crd = crds.find(
    candidate =>
      textAt(candidate, 'spec', 'group') === group &&
      textAt(candidate, 'spec', 'names', 'kind') === document.kind,
  );
  const validate = crd && compile(crd, version);
  if (!validate) return undefined;
  return validate(document)
    ? []
    : findingsOf(document, (validate.errors ?? []) as SchemaError[]);
}
