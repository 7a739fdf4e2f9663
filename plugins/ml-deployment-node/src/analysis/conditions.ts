import { RenderRule } from '../request/metricsSchema';

/* An empty answer has no first entry, and NaN is on neither side of a limit. */
const MEASURED = 'len(result) > 0 && !isNaN(result[0])';

/**
 * When a measurement passes and when it fails. What is neither, such as a gap
 * in the data, is inconclusive, which pauses a rollout.
 */
export function conditionsOf({
  limit,
  direction = 'above',
  action,
}: RenderRule & { action?: 'roll-back' | 'pause' }) {
  const [good, bad] = direction === 'above' ? ['<=', '>'] : ['>=', '<'];
  return {
    successCondition: `${MEASURED} && result[0] ${good} ${limit}`,
    failureCondition:
      // Never a failure, so that what does not pass pauses instead of aborting.
      action === 'pause' ? 'false' : `${MEASURED} && result[0] ${bad} ${limit}`,
  };
}
