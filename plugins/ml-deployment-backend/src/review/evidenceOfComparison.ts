import { Evidence, evidenceOf } from '@airworthy/plugin-ml-deployment-common';
import { ComparedMetric } from '@airworthy/plugin-ml-monitoring-common';

/**
 * The evidence in what monitoring compared.
 *
 * @remarks
 *
 * Monitoring asks for five failures before it tests an error ratio. A service
 * that does not fail would wait for ever: the interval of Newcombe (1998), made
 * of Wilson's, holds without a single failure, so here the number of requests
 * alone says whether there are enough.
 */
export function evidenceOfComparison(
  metrics: readonly ComparedMetric[],
  leastRequests: number,
): Evidence[] {
  return evidenceOf(metrics).map(evidence => {
    const { metric, rows } = evidence;
    if (
      metric !== 'error_ratio' ||
      Math.min(rows.stable, rows.candidate) < leastRequests
    ) {
      return evidence;
    }
    const { reason: _, ...others } = evidence;
    return { ...others, enough: true };
  });
}
