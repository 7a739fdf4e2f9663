import { z } from 'zod';

interface JsonSchema {
  description?: string;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
}

/** What a field is, and the fields of its object as a list in Markdown. */
export function outlineOf(what: string, schema: z.ZodType): string {
  const { properties = {} } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema;
  const fields = Object.entries(properties).map(
    ([name, { description, enum: values }]) => {
      const choice = values ? ` (${values.join(', ')})` : '';
      return `- \`${name}\`${choice}${description ? `: ${description}` : ''}`;
    },
  );
  return [what, '', ...fields].join('\n');
}
