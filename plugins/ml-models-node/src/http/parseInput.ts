import { InputError } from '@backstage/errors';
import { z } from 'zod';

const MAX_PROBLEMS = 10;

function show(input: unknown): string {
  if (input === undefined) return 'nothing';
  const text = JSON.stringify(input) ?? String(input);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function describe(issue: z.core.$ZodIssue, what: string): string {
  const field = issue.path.map(String).join('.') || what;
  if (issue.code === 'unrecognized_keys') {
    return `${field}: expected no field ${issue.keys.join(', ')}`;
  }
  const expected =
    issue.code === 'custom' || issue.code === 'invalid_format'
      ? `expected ${issue.message}`
      : issue.message;
  return `${field}: ${expected}, was ${show(issue.input)}`;
}

/**
 * What a caller sent, as its schema reads it.
 *
 * @throws InputError that lists each field, what was expected and what was there.
 * @public
 */
export function parseInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
  what: 'body' | 'query' = 'body',
): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues
      .slice(0, MAX_PROBLEMS)
      .map(issue => describe(issue, what))
      .join('; '),
  );
}
