import { z } from 'zod';

const MAX_SHOWN = 60;

function show(input: unknown): string {
  if (input === undefined) return 'nothing';
  const text =
    typeof input === 'object' ? JSON.stringify(input) : String(input);
  const cut =
    text.length > MAX_SHOWN
      ? `${text.slice(0, MAX_SHOWN)}… (${text.length} characters)`
      : text;
  return typeof input === 'string'
    ? `"${cut}"`
    : `${typeof input === 'object' ? '' : `${typeof input} `}${cut}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.expected === 'int' ? 'a whole number' : issue.expected}${
        issue.expected === 'string' && typeof issue.input === 'number'
          ? ' (put it in quotes)'
          : ''
      }`;
    case 'invalid_value':
      return `one of ${issue.values.map(v => JSON.stringify(v)).join(', ')}`;
    case 'too_big':
      return `at most ${issue.maximum}${unit(issue.origin)}`;
    case 'too_small':
      return `at least ${issue.minimum}${unit(issue.origin)}`;
    default:
      return issue.message;
  }
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  if (origin === 'array') return ' entries';
  return '';
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map(part => `/${String(part)}`).join('') || '/';
}

/** One sentence for each field that an issue is about. */
export function describeIssue(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      key => `${pointer([...issue.path, key])}: expected no such field`,
    );
  }
  if (issue.code === 'invalid_union') {
    return [
      `${pointer(issue.path)}: expected another type, was ${show(issue.input)}`,
    ];
  }
  const was = Array.isArray(issue.input)
    ? `${issue.input.length} entries`
    : show(issue.input);
  return [`${pointer(issue.path)}: expected ${expectation(issue)}, was ${was}`];
}
