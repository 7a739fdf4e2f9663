import type { MlInferenceLog } from '@airworthy/plugin-ml-models-common';
import type { CanonicalColumn, OpenedLog } from '../../log/types';

/** How labels and predictions are written. */
export type ClassKind = 'boolean' | 'number' | 'text';

/** Labels and predictions of a log, in one way of writing. */
export interface Outcome {
  kind: ClassKind;
  /** SQL; absent where the log has no such column. */
  label?: string;
  prediction?: string;
  score?: string;
}

const kindOf = (type: string): ClassKind => {
  if (/^BOOL/i.test(type)) return 'boolean';
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT|INTEGER|UINTEGER|FLOAT|REAL|DOUBLE|DECIMAL|NUMERIC)/i.test(
    type,
  )
    ? 'number'
    : 'text';
};

/** SQL of a column as another kind, so that labels and predictions are the same word for the same thing. */
function convert(column: CanonicalColumn, from: ClassKind, to: ClassKind) {
  if (to === 'number') {
    if (from === 'text') return `TRY_CAST(${column} AS DOUBLE)`;
    // NaN is no class.
    return from === 'boolean'
      ? `${column}::INTEGER::DOUBLE`
      : `CASE WHEN isfinite(${column}::DOUBLE) THEN ${column}::DOUBLE END`;
  }
  return from === to ? column : `TRY_CAST(lower(${column}) AS BOOLEAN)`;
}

/** How labels and predictions of a log are compared. */
export function outcomeOf(log: OpenedLog): Outcome {
  const label = log.typeOf('label');
  const prediction = log.typeOf('prediction');
  const kinds = [label, prediction].flatMap(type => (type ? kindOf(type) : []));
  const [first, second = first] = kinds;
  let kind: ClassKind = first ?? 'text';
  if (first !== second) kind = kinds.includes('number') ? 'number' : 'boolean';
  const sqlOf = (column: 'label' | 'prediction', type: string) =>
    convert(column, kindOf(type), kind);
  return {
    kind,
    ...(label && { label: sqlOf('label', label) }),
    ...(prediction && { prediction: sqlOf('prediction', prediction) }),
    ...(log.has('score') && { score: 'score' }),
  };
}

/** A class as it is shown, and as a query tells it. */
export const classText = (value: unknown): string => String(value);

/** Classes that are the positive one where nobody says which is. */
const POSITIVE = ['1', 'true', 'True', 'yes'];

/** The class that the score is the probability of, in binary classification. */
export function positiveClass(
  { kind }: Outcome,
  { positiveLabel }: Pick<MlInferenceLog, 'positiveLabel'>,
  classes: readonly string[],
): string | undefined {
  if (positiveLabel !== undefined) {
    if (kind === 'number' && typeof positiveLabel !== 'string') {
      return String(Number(positiveLabel));
    }
    if (kind === 'boolean' && typeof positiveLabel === 'number') {
      return String(positiveLabel === 1);
    }
    return String(positiveLabel);
  }
  if (kind === 'boolean') return 'true';
  if (classes.length > 2) return undefined;
  return POSITIVE.find(name => classes.includes(name));
}

/** The same class, as a value that a query compares with. */
export function classParam(kind: ClassKind, name: string) {
  if (kind === 'boolean') return name === 'true';
  return kind === 'number' ? Number(name) : name;
}
