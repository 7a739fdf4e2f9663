import { CheckResult, CheckStatus } from '../evaluation/types';
import { RubricCheck } from '../rubric/types';
import { Score, StatusCounts } from './types';

/** A check beside its result. */
export interface Judged {
  check: RubricCheck;
  result: CheckResult;
}

/** No check of any status. */
export function emptyCounts(): StatusCounts {
  return {
    pass: 0,
    fail: 0,
    unknown: 0,
    error: 0,
    waived: 0,
    'not-applicable': 0,
  };
}

/** Whether a status enters a score: what is waived or does not apply is neither won nor lost. */
export function isScored(status: CheckStatus): boolean {
  return status !== 'waived' && status !== 'not-applicable';
}

/** Weighted share of passes among judged checks. */
export function scoreOf(judged: readonly Judged[]): Score {
  const counts = emptyCounts();
  let passed = 0;
  let total = 0;
  for (const { check, result } of judged) {
    if (!result.counted && result.status !== 'not-applicable') continue;
    counts[result.status]++;
    if (!result.counted || !isScored(result.status)) continue;
    total += check.weight;
    if (result.status === 'pass') passed += check.weight;
  }
  return { value: total > 0 ? passed / total : null, passed, total, counts };
}
