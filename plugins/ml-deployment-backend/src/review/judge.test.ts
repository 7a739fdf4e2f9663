import { RolloutStanding } from '@airworthy/plugin-ml-deployment-common';
import {
  ComparedMetric,
  compareProportions,
} from '@airworthy/plugin-ml-monitoring-common';
import { evidenceOfComparison } from './evidenceOfComparison';
import { judge } from './judge';
import { periodOf } from './periodOf';
import { rulesOf } from './rulesOf';

const settings = { alpha: 0.05, leastRequests: 100 };
const now = new Date('2026-06-10T00:00:00Z');

/** The same numbers between 0 and 1 at each run. */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('judge', () => {
  const rollout: RolloutStanding = {
    strategy: 'canary',
    phase: 0,
    plan: {
      phases: [
        {
          name: 'Half',
          checks: [
            { metric: 'error_ratio', measure: 'difference', limit: 0.01 },
          ],
        },
      ],
      stopRules: [{ metric: 'error_ratio', limit: 0.5 }],
    },
  };

  /** Whether a candidate is ever promoted that is looked at every 50 requests. */
  function isPromoted(random: () => number, errors: { candidate: number }) {
    let failed = 0;
    for (let requests = 1; requests <= 2_000; requests++) {
      if (random() < errors.candidate) failed++;
      if (requests % 50) continue;
      const metric = {
        metric: 'error_ratio',
        difference: compareProportions(
          { successes: 0, trials: requests },
          { successes: failed, trials: requests },
        ),
      } as ComparedMetric;
      const metrics = evidenceOfComparison([metric], settings.leastRequests);
      const { decision } = judge(
        rollout,
        { evidence: { asOf: '', metrics }, figures: [] },
        { settings, monitoring: {}, now },
      );
      if (decision === 'promote') return true;
      if (decision === 'roll-back') return false;
    }
    return false;
  }

  it('promotes a candidate that fails just too often at most as often as it says, however few the failures', () => {
    const random = randomFrom(7);
    const runs = 300;
    let wrong = 0;
    for (let i = 0; i < runs; i++) {
      if (isPromoted(random, { candidate: 0.01 })) wrong++;
    }
    expect(wrong / runs).toBeLessThanOrEqual(settings.alpha);
    expect(isPromoted(random, { candidate: 0 })).toBe(true);
  });
});

describe('rulesOf', () => {
  it('waits for quality where labels are to come', () => {
    expect(rulesOf({}, [], { labelDelay: 'P1D' }).unconfirmed).toEqual([
      'quality on labels, of which monitoring tells nothing yet',
    ]);
    expect(rulesOf({}, [], {}).unconfirmed).toEqual([]);
    const figures = [
      { metric: 'accuracy', better: 'higher' as const },
      { metric: 'roc_auc', better: 'higher' as const },
    ];
    const { checks, unconfirmed } = rulesOf({}, figures, { labelDelay: 'P1D' });
    expect(unconfirmed).toEqual([]);
    expect(checks.at(-1)).toMatchObject({
      metric: 'roc_auc',
      measure: 'ratio',
      limit: 0.95,
      direction: 'below',
    });
  });
});

describe('rulesOf without rules of the plan', () => {
  it('takes the limit of latency that the deployment is monitored by', () => {
    const latencyBy = (...thresholds: object[]) =>
      rulesOf({}, [], { thresholds: thresholds as any }).checks[1];
    expect(
      latencyBy(
        { metric: 'latency_p95', variant: 'candidate', warning: 1 },
        { metric: 'latency_p95', warning: 80, critical: 250 },
      ),
    ).toMatchObject({ metric: 'latency_p95', limit: 80 });
    expect(latencyBy({ metric: 'latency_p95', critical: 250 })).toMatchObject({
      limit: 250,
    });
    expect(latencyBy({ metric: 'latency_p99', warning: 5 })).toMatchObject({
      measure: 'ratio',
      limit: 1.2,
    });
  });
});

describe('periodOf', () => {
  const DAY = 86_400_000;
  const moment = new Date('2026-06-10T12:34:56Z');
  const to = '2026-06-10T12:34:00.000Z';

  it.each([
    ['2026-06-01T00:00:00Z', '2026-06-01T00:00:00.000Z'],
    [undefined, '2026-06-03T12:34:00.000Z'],
    ['2020-01-01T00:00:00Z', '2026-03-12T12:34:00.000Z'],
  ])('of a rollout since %s begins at %s', (startedAt, from) => {
    expect(periodOf(startedAt, 90 * DAY, moment)).toEqual({ from, to });
  });

  it.each([
    ['2026-06-10T12:30:00Z', /less than five minutes/],
    ['2026-06-10T12:34:30Z', /less than five minutes/],
    ['2026-07-01T00:00:00Z', /begins at 2026-07-01T00:00:00Z/],
  ])('has no period since %s', (startedAt, failure) => {
    expect(periodOf(startedAt, 90 * DAY, moment)).toEqual({
      failure: expect.stringMatching(failure),
    });
  });
});
