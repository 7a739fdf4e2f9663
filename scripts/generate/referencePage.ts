interface Schema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  additionalProperties?: Schema | boolean;
  maxItems?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  maxProperties?: number;
  format?: string;
}

const TYPES: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
};

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map(value => `\`${value}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`;
  if (schema.format === 'date-time') return 'time, ISO 8601 UTC';
  if (schema.format === 'duration') return 'duration, ISO 8601';
  if (schema.format === 'uri') return 'http(s) URL';
  if (schema.type === 'object' && schema.additionalProperties) {
    return schema.properties
      ? 'object'
      : `map of ${typeOf(schema.additionalProperties as Schema)}`;
  }
  return TYPES[String(schema.type)] ?? String(schema.type ?? 'any');
}

function limits(schema: Schema): string {
  const { maxLength, minimum, exclusiveMinimum, maximum } = schema;
  const count = schema.maxItems ?? schema.maxProperties;
  const bounds = [
    count !== undefined && `at most ${count}`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    minimum !== undefined &&
      minimum > Number.MIN_SAFE_INTEGER &&
      `from ${minimum}`,
    exclusiveMinimum !== undefined && `above ${exclusiveMinimum}`,
    maximum !== undefined &&
      maximum < Number.MAX_SAFE_INTEGER &&
      `to ${maximum}`,
  ].filter(Boolean);
  return bounds.length ? ` (${bounds.join(', ')})` : '';
}

function rows(schema: Schema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const required = schema.required?.includes(name) ? 'yes' : '';
    const nested = field.type === 'array' ? field.items ?? {} : field;
    const nestedPrefix = field.type === 'array' ? `${path}[].` : `${path}.`;
    return [
      `| \`${path}\` | ${typeOf(field)}${limits(field)} | ${required} | ${
        field.description ?? nested.description ?? ''
      } |`,
      ...rows(nested, nestedPrefix),
    ];
  });
}

/** The reference of every field of every kind, as Markdown. */
export function referencePage(
  kinds: { kind: string; schema: object }[],
): string {
  const sections = kinds.map(({ kind, schema }) => {
    const { description, properties } = schema as Schema;
    return [
      `## ${kind}`,
      description ?? '',
      '| Field | Type | Required | Meaning |\n| --- | --- | --- | --- |',
      ...rows(properties?.spec ?? {}, 'spec.'),
    ]
      .join('\n\n')
      .replace(/\|\n\n\|/g, '|\n|');
  });
  return [
    '# Kinds',
    'Made by `yarn generate` from the schema in `plugins/ml-models-common/src/kinds`; edit it there. The envelope (`apiVersion: airworthy.dev/v1alpha1`, `kind`, `metadata`) is as in every Backstage entity.',
    'For completion and checks in an editor, put this line at the top of a document: `# yaml-language-server: $schema=<path or URL>/MlModel.v1alpha1.schema.json`. The schemas are in `plugins/catalog-backend-module-ml-models/schema` and in the published package.',
    ...sections,
    '',
  ].join('\n\n');
}
