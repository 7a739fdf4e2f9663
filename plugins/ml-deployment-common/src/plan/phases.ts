import { MlRolloutPlanPhase } from '@airworthy/plugin-ml-models-common';
import { strategyOf } from '../strategies/strategies';
import { DAY, HOUR, formatSpan, spanMs, timeFor } from './durations';
import { PlanRequest } from './planRequest';
import { comparisonsOf } from './samples';

/** Steps of a canary where none are asked for. @public */
export const DEFAULT_STEPS = [5, 25, 50, 100];

/* A week, since weekdays differ. */
const FULL_WEEK = 7 * DAY;
const SHORTEST_STEP = HOUR;
const AFTER_SWITCH = DAY;

type Checks = NonNullable<MlRolloutPlanPhase['checks']>;

/** What must hold before the next phase, as rules that are measured. */
export function checksOf(request: PlanRequest): Checks {
  const { errorRatio, latency, quality } = request;
  const checks: Checks = [];
  if (errorRatio) {
    checks.push({
      metric: 'error_ratio',
      measure: 'difference',
      limit: errorRatio.smallestIncrease,
      direction: 'above',
      description: 'Fails no more often than the version in production',
    });
  }
  if (latency) {
    checks.push({
      metric: 'latency_p95',
      measure: 'ratio',
      limit: Number((1 + latency.smallestIncrease).toFixed(6)),
      direction: 'above',
      description: 'Is not slower than the version in production',
    });
  }
  if (quality) {
    const lossIsRise = /^(rmse|mae|mape|log_loss|brier|.*error)$/.test(
      quality.metric,
    );
    checks.push({
      metric: quality.metric,
      measure: 'difference',
      limit: lossIsRise ? quality.smallestChange : -quality.smallestChange,
      direction: lossIsRise ? 'above' : 'below',
      description: 'Is no worse where labels have come',
    });
  }
  return checks;
}

function samplePhase(
  request: PlanRequest,
  name: string,
  options: {
    /** Share of the traffic that the candidate answers, in percent. */
    percent: number;
    /** What the entity says; a shadow has no live traffic. */
    traffic?: number;
    least?: number;
    criteria?: string[];
  },
): MlRolloutPlanPhase {
  const { percent, traffic, least = SHORTEST_STEP, criteria } = options;
  const comparisons = comparisonsOf(request, Math.min(percent, 99) / 100);
  const rows = Math.max(0, ...comparisons.map(c => c.rows.candidate));
  const labels = request.quality?.labelDelay
    ? spanMs(request.quality.labelDelay)
    : 0;
  const time = Math.max(
    least,
    rows > 0 ? timeFor(rows, request.requestsPerDay, percent) : 0,
  );
  return {
    name,
    ...(traffic === undefined ? {} : { traffic }),
    duration: formatSpan(time + labels),
    ...(rows > 0 ? { sampleSize: rows } : {}),
    ...(criteria ? { criteria } : {}),
    checks: checksOf(request),
  };
}

function canaryPhases(request: PlanRequest): MlRolloutPlanPhase[] {
  const asked = request.trafficSteps ?? DEFAULT_STEPS;
  const steps = asked[asked.length - 1] === 100 ? asked : [...asked, 100];
  return steps.map(step =>
    step < 100
      ? samplePhase(request, `${step} %`, { percent: step, traffic: step })
      : {
          name: 'All',
          traffic: 100,
          duration: formatSpan(AFTER_SWITCH),
          criteria: ['No critical check for a day'],
        },
  );
}

/** The phases of a plan by its strategy. */
export function phasesOf(request: PlanRequest): MlRolloutPlanPhase[] {
  switch (request.strategy) {
    case 'canary':
      return canaryPhases(request);
    case 'ab-test':
      return [
        {
          name: 'A/A check',
          traffic: 0,
          duration: formatSpan(DAY),
          criteria: ['Both groups are of even size and show no difference'],
        },
        samplePhase(request, 'Test', {
          percent: 50,
          traffic: 50,
          least: FULL_WEEK,
          criteria: ['The metric is judged once, at the end'],
        }),
        { name: 'Better version for all', traffic: 100, duration: 'P1D' },
      ];
    case 'shadow':
      return [
        {
          name: 'Mirror a sample',
          duration: formatSpan(HOUR),
          criteria: ['The new version answers and keeps up'],
        },
        samplePhase(request, 'Mirror all', {
          percent: 50,
          criteria: [
            'The largest disagreements were looked at',
            ...(request.quality
              ? ['Both versions were scored on the same labelled requests']
              : []),
          ],
        }),
      ];
    case 'blue-green':
      return [
        {
          name: 'Preview',
          traffic: 0,
          duration: formatSpan(HOUR),
          criteria: ['Smoke tests pass against the preview address'],
        },
        {
          ...samplePhase(request, 'Switch', {
            percent: 100,
            traffic: 100,
          }),
        },
        {
          name: 'Keep the old version',
          traffic: 100,
          duration: formatSpan(AFTER_SWITCH),
          criteria: ['No critical check for a day'],
        },
      ];
    default:
      return strategyOf(request.strategy).phases.map(({ name, what }) => ({
        name,
        duration: formatSpan(HOUR),
        criteria: [what],
      }));
  }
}
