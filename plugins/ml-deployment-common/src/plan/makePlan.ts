import {
  MlMonitoringSpec,
  MlRolloutPlan,
  MlThreshold,
} from '@airworthy/plugin-ml-models-common';
import { defaultThresholds } from '@airworthy/plugin-ml-monitoring-common';
import { strategyOf } from '../strategies/strategies';
import { DAY, spanMs } from './durations';
import { phasesOf } from './phases';
import { PlanRequest, planRequestSchema } from './planRequest';
import { PlannedComparison, comparisonsOf } from './samples';

/** A plan, for the entity and for people. @public */
export interface DeploymentPlan {
  request: PlanRequest;
  /** Goes into `spec.strategy`. */
  strategy: {
    type: PlanRequest['strategy'];
    state: 'planned';
    hypothesis?: string;
    plan: MlRolloutPlan;
  };
  /** Goes into `spec.monitoring`, beside the sources. */
  monitoring: Pick<MlMonitoringSpec, 'thresholds' | 'labelDelay' | 'runbook'>;
  /** What is compared, with the rows of each variant, at the phase that needs most. */
  comparisons: PlannedComparison[];
  /** What a reader should know, such as that a phase takes months. */
  notices: string[];
}

/* Longer than this nobody waits, and the world changes under the comparison. */
const LONG_PHASE = 28 * DAY;

function thresholdsOf(request: PlanRequest): MlThreshold[] {
  const own: MlThreshold[] = [];
  const { errorRatio, latency, quality } = request;
  if (errorRatio) {
    const warning = errorRatio.baseline + errorRatio.smallestIncrease;
    own.push({
      metric: 'error_ratio',
      warning: Number(Math.min(1, warning).toPrecision(6)),
      critical: Number(Math.min(1, warning * 3).toPrecision(6)),
    });
  }
  if (latency) {
    const warning =
      latency.objectiveP95 ??
      latency.baselineP95 * (1 + latency.smallestIncrease);
    own.push({
      metric: 'latency_p95',
      warning: Math.ceil(warning),
      critical: Math.ceil(warning * 2),
    });
  }
  if (quality && /^(roc_auc|pr_auc|accuracy|f1|r2)$/.test(quality.metric)) {
    own.push({
      metric: quality.metric,
      warning: Number(
        (quality.baseline - quality.smallestChange).toPrecision(6),
      ),
      critical: Number(
        (quality.baseline - 2 * quality.smallestChange).toPrecision(6),
      ),
      direction: 'below',
    });
  }
  const covered = new Set(own.map(({ metric }) => metric));
  return [
    ...own,
    ...defaultThresholds(request.model.task).filter(
      ({ metric }) => !covered.has(metric),
    ),
  ];
}

function stopRules(request: PlanRequest): MlRolloutPlan['stopRules'] {
  const { errorRatio, latency } = request;
  return [
    {
      metric: 'error_ratio',
      limit: errorRatio
        ? Number(
            Math.min(
              1,
              Math.max(
                0.05,
                3 * (errorRatio.baseline + errorRatio.smallestIncrease),
              ),
            ).toPrecision(6),
          )
        : 0.05,
      direction: 'above',
      action: 'roll-back',
      description: 'Fails far too often: back at once',
    },
    ...(latency
      ? [
          {
            metric: 'latency_p99',
            limit: Math.ceil((latency.objectiveP95 ?? latency.baselineP95) * 4),
            direction: 'above' as const,
            action: 'pause' as const,
            description: 'Far too slow: wait and look',
          },
        ]
      : []),
  ];
}

function noticesOf(plan: MlRolloutPlan, request: PlanRequest): string[] {
  const notices: string[] = [];
  for (const { name, duration } of plan.phases ?? []) {
    if (duration && spanMs(duration) > LONG_PHASE) {
      notices.push(
        `Phase ${name} takes ${duration}: ${request.requestsPerDay} requests a day are few for so small an effect. Look for a larger one, or compare as a shadow.`,
      );
    }
  }
  if (!request.errorRatio && !request.latency && !request.quality) {
    notices.push(
      'No effect was named that must not be missed, so no phase has a sample size.',
    );
  }
  if (request.latency) {
    notices.push(
      'The sample for latency takes a log-normal spread for granted; the review measures it.',
    );
  }
  return notices;
}

function totalSpan(plan: MlRolloutPlan): number {
  return (plan.phases ?? []).reduce(
    (sum, { duration }) => sum + (duration ? spanMs(duration) : 0),
    0,
  );
}

/**
 * Makes a plan: phases with shares and durations, what is measured, when to
 * stop, who does what, and how to go back.
 *
 * @remarks
 *
 * A phase lasts as long as its share of the traffic takes to give the rows that
 * the smallest effect worth seeing needs, and longer where labels are awaited.
 *
 * @throws ZodError where the request is not one.
 * @public
 */
export function makePlan(input: PlanRequest): DeploymentPlan {
  const request = planRequestSchema.parse(input);
  const { rollback } = strategyOf(request.strategy);
  const phases = phasesOf(request);
  const plan: MlRolloutPlan = {
    ...(request.target ? { target: request.target } : {}),
    phases,
    stopRules: stopRules(request),
    rollback: rollback.how,
    rollbackTime: rollback.time,
    roles: request.roles ?? [
      { name: 'decides', owner: request.deployment.owner },
      { name: 'on call', owner: request.deployment.owner },
    ],
    ...(request.budget ? { budget: request.budget } : {}),
    ...(request.resources ? { resources: request.resources } : {}),
  };
  if (request.start) {
    plan.timescale = {
      start: request.start,
      end: new Date(Date.parse(request.start) + totalSpan(plan)).toISOString(),
    };
  }
  const smallest = Math.min(50, ...phases.map(({ traffic }) => traffic || 50));
  return {
    request,
    strategy: {
      type: request.strategy,
      state: 'planned',
      ...(request.hypothesis ? { hypothesis: request.hypothesis } : {}),
      plan,
    },
    monitoring: {
      thresholds: thresholdsOf(request),
      ...(request.quality?.labelDelay
        ? { labelDelay: request.quality.labelDelay }
        : {}),
      ...(request.deployment.runbook
        ? { runbook: request.deployment.runbook }
        : {}),
    },
    comparisons: comparisonsOf(request, smallest / 100),
    notices: noticesOf(plan, request),
  };
}
