import {
  CheckResult,
  Rubric,
  RubricCheck,
} from '@airworthy/plugin-ml-maturity-common';
import { daysUntil } from '../format/time';
import { CheckState, stateOf } from '../status/looks';
import { CheckFilter, Grouping, TabState } from '../tab/tabState';

/** Results that lapse within this time count as expiring. */
export const EXPIRING_DAYS = 30;

/** A check with its result. */
export interface CheckRow {
  check: RubricCheck;
  result: CheckResult;
  state: CheckState;
  /** Whether it rests on an answer or a waiver that ends soon, or ended. */
  expiring: boolean;
}

/** Checks of one category, phase or level. */
export interface CheckGroup {
  id: string;
  title: string;
  description?: string;
  rows: CheckRow[];
}

/** Every check that has a result, in the order of the rubric. */
export function rowsOf(
  rubric: Rubric,
  results: ReadonlyMap<string, CheckResult>,
  now: number,
): CheckRow[] {
  return rubric.checks.flatMap(check => {
    const result = results.get(check.id);
    if (!result) return [];
    const lapsed =
      result.attestation?.state === 'expired' ||
      result.waiver?.state === 'expired';
    return [
      {
        check,
        result,
        state: stateOf(result),
        expiring:
          result.status !== 'not-applicable' &&
          (lapsed ||
            (result.expiresAt !== undefined &&
              daysUntil(result.expiresAt, now) <= EXPIRING_DAYS)),
      },
    ];
  });
}

const FILTERS: Record<CheckFilter, (row: CheckRow) => boolean> = {
  failing: ({ state }) => state === 'fail' || state === 'error',
  unknown: ({ state }) => state === 'unknown',
  waived: ({ state, result }) =>
    state === 'waived' || result.waiver?.state === 'requested',
  expiring: ({ expiring }) => expiring,
  passing: ({ state }) => state === 'pass',
  draft: ({ state }) => state === 'draft',
  'not-applicable': ({ state }) => state === 'not-applicable',
};

/** How many checks each filter would show. */
export function countByFilter(
  rows: readonly CheckRow[],
): Record<CheckFilter, number> {
  return Object.fromEntries(
    Object.entries(FILTERS).map(([name, matches]) => [
      name,
      rows.filter(matches).length,
    ]),
  ) as Record<CheckFilter, number>;
}

/** The checks that the filters leave; those that do not apply only when asked for. */
export function filterRows(
  rows: readonly CheckRow[],
  {
    filters,
    level,
    text,
    check,
  }: Pick<TabState, 'filters' | 'level' | 'text' | 'check'>,
): CheckRow[] {
  const words = text.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
  return rows.filter(row => {
    // A check that a link leads to is shown whatever it is.
    const isLinked = row.check.id === check;
    const matches = filters.length
      ? filters.some(name => FILTERS[name](row))
      : row.state !== 'not-applicable' || isLinked;
    if (!matches) return false;
    if (level !== undefined && row.check.level !== level) return false;
    const searched = [row.check.id, row.check.title, row.result.reason]
      .join('\n')
      .toLocaleLowerCase('en-GB');
    return words.every(word => searched.includes(word));
  });
}

/** Checks by category, phase or level; `other` has those without a phase. */
export function groupRows(
  rubric: Rubric,
  rows: readonly CheckRow[],
  grouping: Grouping,
  other: string,
): CheckGroup[] {
  const groups: CheckGroup[] = {
    category: () =>
      rubric.categories.map(({ id, title, description }) => ({
        id,
        title,
        description,
        rows: rows.filter(({ check }) => check.category === id),
      })),
    phase: () => [
      ...rubric.phases.map(({ id, title, description }) => ({
        id,
        title,
        description,
        rows: rows.filter(({ check }) => check.phase === id),
      })),
      {
        id: '~other',
        title: other,
        rows: rows.filter(({ check }) => check.phase === undefined),
      },
    ],
    level: () =>
      rubric.levels.map(({ level, title, description }) => ({
        id: String(level),
        title: `${level} ${title}`,
        description,
        rows: rows.filter(({ check }) => check.level === level),
      })),
  }[grouping]();
  return groups.filter(group => group.rows.length > 0);
}
