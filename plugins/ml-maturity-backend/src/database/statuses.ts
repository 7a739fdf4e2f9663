import { CheckResult, CheckStatus } from '@airworthy/plugin-ml-maturity-common';

const LETTERS: Record<CheckStatus, string> = {
  pass: 'P',
  fail: 'F',
  unknown: 'U',
  error: 'E',
  waived: 'W',
  'not-applicable': 'N',
};
const STATUSES = new Map(
  Object.entries(LETTERS).map(([status, letter]) => [
    letter,
    status as CheckStatus,
  ]),
);

/** The status of each result as a letter, in lower case where it does not count. */
export function packStatuses(results: readonly CheckResult[]): string {
  return results
    .map(({ status, counted }) =>
      counted ? LETTERS[status] : LETTERS[status].toLocaleLowerCase('en-US'),
    )
    .join('');
}

/** Status and whether it counts, of one letter. */
export function unpackStatus(letter: string): {
  status: CheckStatus;
  counted: boolean;
} {
  const upper = letter.toLocaleUpperCase('en-US');
  return {
    status: STATUSES.get(upper) ?? 'unknown',
    counted: upper === letter,
  };
}
