import { z } from 'zod';

/** What is wrong with a rubric, and where. @public */
export interface RubricProblem {
  /** File or other origin of the text. */
  file?: string;
  /** Line and column, from 1. */
  line?: number;
  column?: number;
  /** Field, such as `checks[3].rule`. */
  field: string;
  /** The check that the field belongs to, where it has an id. */
  checkId?: string;
  message: string;
}

/** A problem before its place in the text is looked up. */
export interface FieldProblem {
  path: (string | number)[];
  message: string;
  /** Offset within the text of the field. */
  offset?: number;
  /** Whether the name of the field is meant rather than its value. */
  atKey?: boolean;
}

/** `checks[3].rule` from its parts. */
export function fieldName(path: readonly (string | number)[]): string {
  return (
    path
      .map(part => (typeof part === 'number' ? `[${part}]` : `.${part}`))
      .join('')
      .replace(/^\./, '') || '(document)'
  );
}

/** One line: `mlops.yaml:12:5: checks[3].rule: unknown fact ...`. @public */
export function formatRubricProblem(problem: RubricProblem): string {
  const place = [problem.file, problem.line, problem.column]
    .filter(part => part !== undefined)
    .join(':');
  const check = problem.checkId ? ` (check ${problem.checkId})` : '';
  return `${place ? `${place}: ` : ''}${problem.field}${check}: ${
    problem.message
  }`;
}

function show(input: unknown): string {
  if (input === undefined) return 'nothing';
  const text = typeof input === 'bigint' ? `${input}` : JSON.stringify(input);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'string' && typeof issue.input === 'number'
        ? 'a text (put it in quotes)'
        : `${issue.expected === 'int' ? 'a whole number' : issue.expected}`;
    case 'invalid_value':
      return issue.values.length > 12
        ? `one of ${issue.values.slice(0, 12).join(', ')}, …`
        : `one of ${issue.values
            .map(value => JSON.stringify(value))
            .join(', ')}`;
    case 'too_big':
      return `at most ${issue.maximum}${unit(issue.origin)}`;
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${
        issue.minimum
      }${unit(issue.origin)}`;
    default:
      return issue.message;
  }
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

/** The problems that an issue of zod stands for. */
export function fromIssue(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(part =>
    typeof part === 'number' ? part : String(part),
  );
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: [...path, key],
      message: 'expected no such field',
      atKey: true,
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length === 0) {
    return [
      { path, message: `expected another value, was ${show(issue.input)}` },
    ];
  }
  const size =
    (issue.code === 'too_big' || issue.code === 'too_small') &&
    (typeof issue.input === 'string' || Array.isArray(issue.input));
  const was = size ? `${(issue.input as string).length}` : show(issue.input);
  return [{ path, message: `expected ${expectation(issue)}, was ${was}` }];
}
