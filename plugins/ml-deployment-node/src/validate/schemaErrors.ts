import { at, pointer, show } from './read';
import { Finding } from './types';

/** An error of Ajv, and of what was compiled by it. */
export interface SchemaError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}

const ARTICLES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const partsOf = (path: string): (string | number)[] =>
  path
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));

function expectation({ keyword, params, message = '' }: SchemaError): string {
  switch (keyword) {
    case 'type': {
      const types = [params.type].flat().map(String);
      return types.map(type => ARTICLES[type] ?? type).join(' or ');
    }
    case 'enum':
      return `one of ${(params.allowedValues as unknown[]).join(', ')}`;
    case 'minimum':
      return `at least ${params.limit}`;
    case 'maximum':
      return `at most ${params.limit}`;
    case 'format':
      return `a ${params.format}`;
    case 'const':
      return String(params.allowedValue);
    default:
      return message.replace(/^must (be |have |match )?/, '');
  }
}

const COMBINED = ['oneOf', 'anyOf', 'allOf', 'not', 'if'];

/** What the errors of a schema say of a document. */
export function findingsOf(
  document: unknown,
  errors: readonly SchemaError[],
): Finding[] {
  // Where one of several shapes is wanted, each says what it misses and then all together.
  const single = errors.filter(({ keyword }) => !COMBINED.includes(keyword));
  const told = new Map<string, Finding>();
  for (const error of single.length ? single : errors) {
    const path = partsOf(error.instancePath);
    const { keyword, params } = error;
    let finding: Finding;
    if (keyword === 'required') {
      const field = pointer(...path, String(params.missingProperty));
      finding = { field, expected: 'a value', was: 'nothing' };
    } else if (keyword === 'additionalProperties') {
      const name = String(params.additionalProperty);
      finding = {
        field: pointer(...path, name),
        expected: 'no such field',
        was: show(at(document, ...path, name)),
      };
    } else {
      finding = {
        field: pointer(...path) || '/',
        expected: expectation(error),
        was: show(path.length ? at(document, ...path) : document),
      };
    }
    const before = told.get(finding.field);
    if (before && !before.expected.includes(finding.expected)) {
      before.expected = `${before.expected} or ${finding.expected}`;
    } else if (!before) {
      told.set(finding.field, finding);
    }
  }
  return [...told.values()];
}
