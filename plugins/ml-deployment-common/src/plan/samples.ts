import {
  SampleSize,
  sampleSizeOfMeans,
  sampleSizeOfShares,
} from './sampleSize';
import { PlanRequest } from './planRequest';

/** A comparison that a plan makes, with the rows that it needs. @public */
export interface PlannedComparison {
  metric: string;
  /** What must not be missed, in words. */
  effect: string;
  rows: SampleSize;
  formula: string;
}

const percent = (share: number) => `${Number((share * 100).toPrecision(3))} %`;

/* Standard deviation of latencies that are log-normal with a p95 of 2.5 medians, relative to the p95: nothing else is known before the rollout. */
const LATENCY_DEVIATION = 0.42;

const SHARE_METRICS =
  /^(accuracy|precision|recall|f1|roc_auc|pr_auc|agreement|.*_(share|ratio|rate))$/;

/** Each comparison of a plan, for a candidate with this share of the traffic. */
export function comparisonsOf(
  request: PlanRequest,
  candidateShare: number,
): PlannedComparison[] {
  const { errorRatio, latency, quality, alpha, power } = request;
  const ratio = (1 - candidateShare) / candidateShare;
  const settings = { alpha, power, ratio: ratio > 0 ? ratio : 1 };
  const planned: PlannedComparison[] = [];
  if (errorRatio) {
    const { baseline, smallestIncrease } = errorRatio;
    const candidate = Math.min(1, baseline + smallestIncrease);
    planned.push({
      metric: 'error_ratio',
      effect: `from ${percent(baseline)} to ${percent(candidate)}`,
      rows: sampleSizeOfShares(baseline, candidate, settings),
      formula: 'two proportions (Fleiss, Levin and Paik 2003, 4.18)',
    });
  }
  if (latency) {
    const { baselineP95, smallestIncrease } = latency;
    planned.push({
      metric: 'latency_p95',
      effect: `from ${baselineP95} ms by ${percent(smallestIncrease)}`,
      rows: sampleSizeOfMeans(
        baselineP95 * smallestIncrease,
        baselineP95 * LATENCY_DEVIATION,
        settings,
      ),
      formula: 'two means (Chow et al. 2018, 3.2.1)',
    });
  }
  if (quality) {
    const { metric, baseline, smallestChange, deviation } = quality;
    const isShare =
      deviation === undefined &&
      SHARE_METRICS.test(metric) &&
      baseline - smallestChange >= 0 &&
      baseline <= 1;
    if (isShare || deviation !== undefined) {
      planned.push({
        metric,
        effect: `from ${baseline} by ${smallestChange}`,
        rows: isShare
          ? sampleSizeOfShares(baseline, baseline - smallestChange, settings)
          : sampleSizeOfMeans(smallestChange, deviation!, settings),
        formula: isShare
          ? 'two proportions (Fleiss, Levin and Paik 2003, 4.18)'
          : 'two means (Chow et al. 2018, 3.2.1)',
      });
    }
  }
  return planned;
}
