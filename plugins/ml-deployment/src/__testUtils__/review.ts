import {
  Evidence,
  RolloutDecision,
  RolloutReview,
  judgeRollout,
} from '@airworthy/plugin-ml-deployment-common';

const HOUR_MS = 3_600_000;
const hoursFromNow = (hours: number) =>
  new Date(Date.now() + hours * HOUR_MS).toISOString();

export const ENTITY_REF = 'mldeployment:default/flight-delay-production';

const evidence = (
  metric: string,
  stable: number,
  candidate: number,
  standardError: number,
): Evidence => ({
  metric,
  stable,
  candidate,
  standardError,
  rows: { stable: 50_000, candidate: 12_000 },
  enough: true,
  method: `Test of ${metric}`,
});

const ERRORS = evidence('error_ratio', 0.002, 0.0021, 0.0004);
/** As fast as the stable version. */
export const HEALTHY = [ERRORS, evidence('latency_p95', 40, 40.4, 0.3)];
/** Slower by half. */
export const SLOW = [ERRORS, evidence('latency_p95', 40, 61, 0.5)];

const PLAN = {
  phases: [
    { name: '5 %', traffic: 5, duration: 'PT12H' },
    {
      name: '25 %',
      traffic: 25,
      duration: 'P2D',
      sampleSize: 8_000,
      criteria: ['Support saw no complaints'],
      checks: [
        {
          metric: 'error_ratio',
          measure: 'difference' as const,
          limit: 0.005,
          description: 'Fails no more often than the version in production',
        },
        { metric: 'latency_p95', measure: 'ratio' as const, limit: 1.1 },
      ],
    },
    { name: 'All', traffic: 100, duration: 'P1D' },
  ],
  stopRules: [
    { metric: 'error_ratio', limit: 0.05, action: 'roll-back' as const },
  ],
  rollback: 'Set the share of version 2 to 0.',
  rollbackTime: 'PT30S',
};

export const DIFF = `--- a/manifests/rollout.yaml
+++ b/manifests/rollout.yaml
@@ -10,5 +10,5 @@
   strategy:
     canary:
       # grows step by step
-      trafficPercent: 25
+      trafficPercent: 100
       maxSurge: 1
`;

/** A review of a canary in its second phase, judged on some evidence. */
export function reviewOf(
  metrics: Evidence[],
  more: Partial<RolloutReview> = {},
): RolloutReview {
  return {
    entityRef: ENTITY_REF,
    title: 'Flight delay',
    rollout: {
      strategy: 'canary',
      state: 'progressing',
      startedAt: hoursFromNow(-30),
      plan: PLAN,
      phase: 1,
      phaseEndsAt: hoursFromNow(30.5),
      stable: { name: 'stable', role: 'stable', version: '1', traffic: 75 },
      candidate: {
        name: 'canary',
        role: 'candidate',
        version: '2',
        traffic: 25,
      },
    },
    verdict: judgeRollout({
      checks: PLAN.phases[1].checks ?? [],
      stopRules: PLAN.stopRules,
      evidence: metrics,
      settings: { sampleSize: PLAN.phases[1].sampleSize },
    }),
    evidence: {
      asOf: hoursFromNow(-0.02),
      from: hoursFromNow(-18),
      to: hoursFromNow(0),
      source: 'parquet (main)',
      metrics,
    },
    actions: [
      {
        action: 'promote',
        title: 'Give version 2 all traffic',
        recommended: true,
        change: {
          diff: DIFF,
          files: ['manifests/rollout.yaml'],
          commands: ['kubectl argo rollouts promote flight-delay'],
          notices: ['The old version keeps its replicas for an hour.'],
        },
      },
      {
        action: 'roll-back',
        title: 'Go back to version 1',
        recommended: false,
        failure: 'rollout.yaml: expected a Rollout, was a Deployment',
      },
    ],
    manifests: { target: 'examples/flight-delay/manifests', files: 3 },
    decisions: { entityRef: ENTITY_REF },
    revision: 'r1',
    may: { decide: true, override: true },
    ...more,
  };
}

export const DOWN = 'The monitoring backend does not answer: fetch failed';

/** Monitoring is down: no rule has a figure. */
export const blindReview = () => {
  const review = reviewOf([]);
  return {
    ...review,
    evidence: { asOf: review.evidence.asOf, metrics: [], failure: DOWN },
  };
};

export const decisionOf = (
  more: Partial<RolloutDecision> = {},
): RolloutDecision => {
  const { rollout, verdict, evidence: was } = reviewOf(SLOW);
  return {
    id: 'd1',
    entityRef: ENTITY_REF,
    decision: 'hold',
    rehearsal: false,
    overrides: true,
    comment: 'The slow requests are those of one batch client',
    decidedBy: 'user:default/amelia',
    decidedAt: hoursFromNow(-5),
    rollout,
    verdict: verdict!,
    evidence: was,
    ...more,
  };
};
