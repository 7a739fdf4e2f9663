import { z } from 'zod';

interface JsonSchema {
  description?: string;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
}

/** The fields of an object in a sentence each, for the list of actions. */
export function outlineOf(schema: z.ZodType): string {
  const { properties = {} } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema;
  return Object.entries(properties)
    .map(([name, { description, enum: values }]) => {
      const choice = values ? ` (${values.join(', ')})` : '';
      return `\`${name}\`${choice}${description ? `: ${description}` : ''}`;
    })
    .join('; ');
}
