import type { MlRolloutCheck } from '@airworthy/plugin-ml-models-common';
import { Evidence } from './types';

/** What is held against the limit, with its standard error. */
export interface Measured {
  value: number;
  standardError: number;
}

/**
 * The figure that a rule is about.
 *
 * @remarks
 *
 * The error of a ratio is from the delta method with the larger of the two
 * variants' shares of the variance, so it is never too small; that of a value is
 * bounded by that of the difference.
 */
export function measure(
  rule: Pick<MlRolloutCheck, 'measure'>,
  evidence: Evidence,
): Measured | undefined {
  const { stable, candidate, standardError } = evidence;
  switch (rule.measure ?? 'value') {
    case 'difference':
      return { value: candidate - stable, standardError };
    case 'ratio': {
      if (!(Math.abs(stable) > 0)) return undefined;
      const value = candidate / stable;
      return {
        value,
        standardError:
          (Math.max(1, Math.abs(value)) * standardError) / Math.abs(stable),
      };
    }
    default:
      return { value: candidate, standardError };
  }
}
