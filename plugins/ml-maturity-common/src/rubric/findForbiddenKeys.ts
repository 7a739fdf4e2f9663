import { FieldProblem } from './problems';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that could reach an object's prototype in code that merges by key. */
export function findForbiddenKeys(
  value: unknown,
  path: (string | number)[] = [],
  into: FieldProblem[] = [],
): FieldProblem[] {
  if (Array.isArray(value)) {
    value.forEach((entry, i) => findForbiddenKeys(entry, [...path, i], into));
  } else if (typeof value === 'object' && value !== null) {
    // getOwnPropertyNames sees `__proto__` where a parser made it a property.
    for (const key of Object.getOwnPropertyNames(value)) {
      const at = [...path, key];
      if (FORBIDDEN.has(key)) {
        into.push({
          path: at,
          message: `the name "${key}" is not allowed`,
          atKey: true,
        });
      } else {
        findForbiddenKeys((value as Record<string, unknown>)[key], at, into);
      }
    }
  }
  return into;
}
