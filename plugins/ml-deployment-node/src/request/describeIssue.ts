import { z } from 'zod';

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What a field was to be, in words. */
export function expectationOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'too_big':
      return `at most ${issue.maximum}${
        issue.origin === 'string' ? ' characters' : ''
      }`;
    case 'too_small':
      return `at least ${issue.minimum}${
        issue.origin === 'string' ? ' characters' : ''
      }`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    case 'invalid_format':
      return issue.format === 'duration'
        ? 'an ISO 8601 duration such as PT10M'
        : issue.message;
    default:
      return issue.message;
  }
}
