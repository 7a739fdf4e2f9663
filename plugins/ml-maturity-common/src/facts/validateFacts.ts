import { JsonObject, JsonValue } from '@backstage/types';
import { factProblem } from './factProblem';
import { readPath } from './readPath';
import { FactSchema } from './types';

/** What is left of a collector's answer, and what was wrong with it. @public */
export interface ValidatedFacts {
  /** Declared facts of their declared type; all else is left out. */
  values: JsonObject;
  /** One sentence for each value that was left out. */
  problems: string[];
}

function leaves(value: unknown, prefix: string, into: string[]): void {
  if (into.length > 1_000 || prefix.split('.').length > 20) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (prefix) into.push(prefix);
    return;
  }
  for (const key of Object.keys(value)) {
    leaves(
      (value as Record<string, unknown>)[key],
      prefix ? `${prefix}.${key}` : key,
      into,
    );
  }
}

function write(target: JsonObject, segments: string[], value: JsonValue): void {
  let at = target;
  for (const segment of segments.slice(0, -1)) {
    if (!Object.hasOwn(at, segment)) at[segment] = {};
    at = at[segment] as JsonObject;
  }
  at[segments[segments.length - 1]] = value;
}

/**
 * Checks the answer of a collector against what it declares. Only declared
 * paths are copied, so a key like `__proto__` goes nowhere; null counts as
 * not known.
 *
 * @public
 */
export function validateFacts(
  schema: FactSchema,
  values: unknown,
): ValidatedFacts {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    return {
      values: {},
      problems: [`${schema.collector}: expected an object of facts`],
    };
  }
  const result: JsonObject = {};
  const problems: string[] = [];
  const declared = new Set<string>();
  for (const fact of schema.facts) {
    declared.add(fact.path);
    const segments = fact.path.split('.');
    const value = readPath(values, segments);
    if (value === undefined || value === null) continue;
    const problem = factProblem(fact.type, value);
    if (problem) problems.push(`${schema.collector}.${fact.path}: ${problem}`);
    else write(result, segments, value as JsonValue);
  }
  const found: string[] = [];
  leaves(values, '', found);
  for (const path of found) {
    const known = [...declared].some(
      fact => fact === path || path.startsWith(`${fact}.`),
    );
    if (!known) {
      problems.push(`${schema.collector}.${path}: is not a declared fact`);
    }
  }
  return { values: result, problems };
}
