import {
  RemixiconComponentType,
  RiAlertFill,
  RiCheckLine,
  RiCloseLine,
  RiDraftLine,
  RiQuestionMark,
  RiShieldFill,
  RiSubtractLine,
} from '@remixicon/react';
import { CheckResult, CheckStatus } from '@airworthy/plugin-ml-maturity-common';

/** How a check is shown: its outcome, or that it does not count yet. */
export type CheckState = CheckStatus | 'draft';

/** Icons of the states; each has its own shape, so that colour is never alone. */
export const STATE_ICONS: Record<CheckState, RemixiconComponentType> = {
  pass: RiCheckLine,
  fail: RiCloseLine,
  unknown: RiQuestionMark,
  error: RiAlertFill,
  waived: RiShieldFill,
  'not-applicable': RiSubtractLine,
  draft: RiDraftLine,
};

/** All states, the ones that ask for something first. */
export const CHECK_STATES: readonly CheckState[] = [
  'fail',
  'error',
  'unknown',
  'waived',
  'pass',
  'draft',
  'not-applicable',
];

/** The state that a result is shown in. */
export function stateOf(
  result: Pick<CheckResult, 'status' | 'counted'> | undefined,
): CheckState {
  if (!result) return 'unknown';
  if (result.status === 'not-applicable') return 'not-applicable';
  return result.counted ? result.status : 'draft';
}
