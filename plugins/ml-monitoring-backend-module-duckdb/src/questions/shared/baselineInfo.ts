import type { BaselineInfo } from '@airworthy/plugin-ml-monitoring-common';
import type { OpenedBaseline } from '../../log/types';

/** What an answer says of the baseline. */
export function baselineInfo(
  { kind, baseline, window }: OpenedBaseline,
  rows: number,
): BaselineInfo {
  return { kind, baseline, rows, ...(window && { window }) };
}
