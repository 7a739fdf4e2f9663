import { z } from 'zod';

const MAX_SHOWN = 60;

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function cut(text: string): string {
  return text.length > MAX_SHOWN
    ? `${text.slice(0, MAX_SHOWN)}… (${text.length} characters)`
    : text;
}

function show(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (input === null) return 'null';
  if (Array.isArray(input)) return `a list of ${input.length}`;
  if (typeof input === 'object') {
    const keys = Object.keys(input);
    return keys.length
      ? `an object with ${cut(keys.slice(0, 5).join(', '))}`
      : 'an empty object';
  }
  return typeof input === 'string'
    ? `"${cut(input)}"`
    : `${typeof input} ${input}`;
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  if (origin === 'array') return ' entries';
  return '';
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? issue.expected;
      return typeof issue.input === 'number' && issue.expected === 'string'
        ? `${type} (put it in quotes)`
        : type;
    }
    case 'invalid_value': {
      const values = issue.values.map(value => JSON.stringify(value));
      return values.length === 1 ? values[0] : `one of ${values.join(', ')}`;
    }
    case 'too_big':
      return `at most ${issue.maximum}${unit(issue.origin)}`;
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'a text that is not empty'
        : `at least ${issue.minimum}${unit(issue.origin)}`;
    case 'invalid_union':
      return issue.errors.map(([first]) => expectation(first)).join(' or ');
    case 'invalid_key':
      return expectation(issue.issues[0]);
    default:
      return issue.message;
  }
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map(part => `/${String(part)}`).join('') || '/';
}

function was(issue: z.core.$ZodIssue): string {
  // A rule over several fields says itself what was there.
  const said = issue.code === 'custom' ? issue.params?.was : undefined;
  if (typeof said === 'string') return said;
  if (issue.code === 'invalid_key') return show(issue.path.at(-1));
  const counted = issue.code === 'too_big' || issue.code === 'too_small';
  return counted && Array.isArray(issue.input)
    ? `${issue.input.length}`
    : show(issue.input);
}

/** The fields that an issue is about, each with its sentence. */
export function describeIssue(
  issue: z.core.$ZodIssue,
): { field: string; problem: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => {
      const field = pointer([...issue.path, key]);
      return { field, problem: `${field}: expected no such field` };
    });
  }
  const field = pointer(issue.path);
  return [
    {
      field,
      problem: `${field}: expected ${expectation(issue)}, was ${was(issue)}`,
    },
  ];
}
