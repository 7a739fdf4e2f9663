import { InputError } from '@backstage/errors';

const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** How a label is compared. */
export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** The name if it is one of a label: names cannot be escaped, so others are refused. */
export function labelName(name: string): string {
  if (!LABEL_NAME.test(name)) {
    throw new InputError(
      `expected a Prometheus label name such as "model_name", was ${JSON.stringify(
        name,
      )}`,
    );
  }
  return name;
}

/** A string in PromQL's double quotes; Alertmanager's matchers read the same. */
export function quoted(value: string): string {
  const escaped = value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
  return `"${escaped}"`;
}

/** A regular expression (RE2) that matches just this text. */
export function regexOf(literal: string): string {
  return literal.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

/** A condition on a label, such as `code=~"5.."`. */
export function matcher(
  name: string,
  operator: MatchOperator,
  value: string,
): string {
  return `${labelName(name)}${operator}${quoted(value)}`;
}

/** A condition that a label has one of these values. */
export function oneOf(name: string, values: readonly string[]): string {
  return values.length === 1
    ? matcher(name, '=', values[0])
    : matcher(name, '=~', values.map(regexOf).join('|'));
}

/** Labels that all must have these values, as they stand between braces. */
export function selectorOf(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([name, value]) => matcher(name, '=', value))
    .join(',');
}
