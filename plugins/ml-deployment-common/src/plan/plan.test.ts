import fc from 'fast-check';
import {
  STRATEGY_TYPES,
  mlDeploymentStrategySchema,
  mlMonitoringSchema,
} from '@airworthy/plugin-ml-models-common';
import { makePlan } from './makePlan';
import { planMarkdown } from './planMarkdown';
import { PlanRequest } from './planRequest';
import { sampleSizeOfMeans, sampleSizeOfShares } from './sampleSize';
import { formatSpan, spanMs } from './durations';

const REQUEST: PlanRequest = {
  strategy: 'canary',
  target: 'argo-rollouts',
  deployment: { name: 'churn', owner: 'group:default/growth' },
  model: {
    ref: 'mlmodel:default/churn',
    task: 'classification',
    stableVersion: '1',
    candidateVersion: '2',
  },
  requestsPerDay: 20_000,
  errorRatio: { baseline: 0.01, smallestIncrease: 0.01 },
};

describe('sample sizes', () => {
  it('equals the textbook figures of two proportions', () => {
    // R: power.prop.test(p1=.01, p2=.02, power=.8)$n is 2318.165 (two-sided, without the other tail).
    expect(sampleSizeOfShares(0.01, 0.02)).toEqual({
      candidate: 2_319,
      stable: 2_319,
    });
    // R: power.prop.test(p1=.5, p2=.75, power=.9)$n is 76.7 (its own example).
    expect(sampleSizeOfShares(0.5, 0.75, { power: 0.9 }).candidate).toBe(77);
  });

  it('equals the textbook figures of two means', () => {
    // 2 (1.959964 + 0.841621)^2 s^2 / d^2 = 15.698 for s = d.
    expect(sampleSizeOfMeans(1, 1).candidate).toBe(16);
    // 15.698 * 20^2 / 5^2 = 251.2
    expect(sampleSizeOfMeans(5, 20)).toEqual({ candidate: 252, stable: 252 });
  });

  it('needs fewer rows of the candidate where the stable variant has more', () => {
    const even = sampleSizeOfShares(0.01, 0.02);
    const uneven = sampleSizeOfShares(0.01, 0.02, { ratio: 9 });
    expect(uneven.candidate).toBeLessThan(even.candidate);
    expect(uneven.stable).toBe(uneven.candidate * 9);
  });

  it('grows as the effect shrinks, for any shares', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.4, noNaN: true }),
        fc.double({ min: 0.01, max: 0.2, noNaN: true }),
        (stable, effect) => {
          const large = sampleSizeOfShares(stable, stable + effect);
          const small = sampleSizeOfShares(stable, stable + effect / 2);
          expect(small.candidate).toBeGreaterThan(large.candidate);
        },
      ),
    );
  });

  it('refuses what is no share or no effect', () => {
    expect(() => sampleSizeOfShares(0.1, 1.2)).toThrow(
      'candidate: expected a share between 0 and 1, was 1.2',
    );
    expect(() => sampleSizeOfShares(0.1, 0.1)).toThrow('candidate: expected');
    expect(() => sampleSizeOfMeans(0, 1)).toThrow('difference: expected');
    expect(() => sampleSizeOfMeans(1, 1, { power: 1 })).toThrow(
      'power: expected a number between 0 and 1, was 1',
    );
  });
});

describe('a plan', () => {
  it('lets each step last until its share gives the rows that the effect needs', () => {
    const { strategy } = makePlan({ ...REQUEST, trafficSteps: [10, 50] });
    const [tenth, half, all] = strategy.plan.phases!;
    const { candidate } = sampleSizeOfShares(0.01, 0.02, { ratio: 9 });
    expect(tenth).toMatchObject({ traffic: 10, sampleSize: candidate });
    // A tenth of 20,000 a day.
    expect(tenth.duration).toBe(formatSpan((candidate / 2_000) * 86_400_000));
    expect(half.sampleSize).toBe(2_319);
    // 2,319 of 10,000 a day are 5.6 hours.
    expect(half.duration).toBe('PT6H');
    expect(all).toMatchObject({ name: 'All', traffic: 100 });
  });

  it('adds the time that labels take', () => {
    const quality = {
      metric: 'f1',
      baseline: 0.8,
      smallestChange: 0.05,
      labelDelay: 'P7D',
    };
    const without = makePlan({
      ...REQUEST,
      quality: { ...quality, labelDelay: undefined },
    });
    const late = makePlan({ ...REQUEST, quality });
    const first = (made: typeof late) =>
      spanMs(made.strategy.plan.phases![0].duration!);
    expect(first(late) - first(without)).toBeGreaterThanOrEqual(6 * 86_400_000);
    expect(late.monitoring.labelDelay).toBe('P7D');
  });

  it.each(STRATEGY_TYPES)(
    'of a %s fits the entity, whatever is asked',
    type => {
      fc.assert(
        fc.property(
          fc.double({ min: 1, max: 1e7, noNaN: true }),
          fc.option(
            fc.record({
              baseline: fc.double({ min: 0, max: 0.5, noNaN: true }),
              smallestIncrease: fc.double({
                min: 0.001,
                max: 0.5,
                noNaN: true,
              }),
            }),
            { nil: undefined },
          ),
          fc.option(
            fc.record({
              baselineP95: fc.double({ min: 1, max: 1e5, noNaN: true }),
              smallestIncrease: fc.double({ min: 0.01, max: 2, noNaN: true }),
            }),
            { nil: undefined },
          ),
          (requestsPerDay, errorRatio, latency) => {
            const made = makePlan({
              ...REQUEST,
              strategy: type,
              requestsPerDay,
              errorRatio,
              latency,
            });
            mlDeploymentStrategySchema.parse(made.strategy);
            mlMonitoringSchema.parse(made.monitoring);
            expect(planMarkdown(made)).toContain('## The way back');
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it('says where traffic is too thin for the effect', () => {
    const { notices } = makePlan({ ...REQUEST, requestsPerDay: 200 });
    expect(notices[0]).toMatch(/^Phase 5 % takes P\d+D: 200 requests a day/);
  });

  it('ends when its phases have', () => {
    const { strategy } = makePlan({
      ...REQUEST,
      start: '2026-03-01T00:00:00Z',
    });
    const span = strategy.plan.phases!.reduce(
      (sum, { duration }) => sum + spanMs(duration!),
      0,
    );
    expect(strategy.plan.timescale?.end).toBe(
      new Date(Date.parse('2026-03-01T00:00:00Z') + span).toISOString(),
    );
  });

  it('refuses steps that fall or pass 100', () => {
    expect(() => makePlan({ ...REQUEST, trafficSteps: [50, 20] })).toThrow(
      /a share above the 50/,
    );
    expect(() => makePlan({ ...REQUEST, trafficSteps: [150] })).toThrow();
  });

  it('takes what people wrote as text, not as markup', () => {
    const text = planMarkdown(
      makePlan({
        ...REQUEST,
        deployment: {
          ...REQUEST.deployment,
          title: '<img src=x onerror=alert(1)> | # x',
        },
      }),
    );
    expect(text).not.toMatch(/(^|[^\\])<img/);
    expect(text.split('\n')[0]).toContain('\\<img');
  });
});
