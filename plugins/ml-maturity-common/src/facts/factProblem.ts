import { FACT_LIMITS } from './limits';
import { FactType } from './types';

function show(value: unknown): string {
  const text =
    typeof value === 'bigint'
      ? String(value)
      : JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function textProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return `expected a text, was ${show(value)}`;
  if (value.length > FACT_LIMITS.text) {
    return `expected at most ${FACT_LIMITS.text} characters, was ${value.length}`;
  }
  return undefined;
}

/** Why a value is not of a fact's type, or undefined. */
export function factProblem(
  type: FactType,
  value: unknown,
): string | undefined {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean'
        ? undefined
        : `expected true or false, was ${show(value)}`;
    case 'integer':
      return Number.isSafeInteger(value)
        ? undefined
        : `expected a whole number, was ${show(value)}`;
    case 'number':
      return Number.isFinite(value)
        ? undefined
        : `expected a number, was ${show(value)}`;
    case 'string':
      return textProblem(value);
    default:
      if (!Array.isArray(value)) return `expected a list, was ${show(value)}`;
      if (value.length > FACT_LIMITS.list) {
        return `expected at most ${FACT_LIMITS.list} entries, was ${value.length}`;
      }
      for (const entry of value) {
        const problem = textProblem(entry);
        if (problem) return `in the list ${problem}`;
      }
      return undefined;
  }
}
