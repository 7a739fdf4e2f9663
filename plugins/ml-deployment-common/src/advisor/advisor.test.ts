import fc from 'fast-check';
import { STRATEGY_TYPES } from '@airworthy/plugin-ml-models-common';
import { STRATEGIES, strategyOf } from '../strategies/strategies';
import { adviseStrategy } from './advise';
import {
  AdviceAnswers,
  PLATFORM_ABILITIES,
  adviceAnswersSchema,
} from './answers';
import { ADVICE_RULES } from './rules';

const ALL = [...PLATFORM_ABILITIES];

/** A usual online service with everything at hand; each situation says what is special. */
const USUAL: AdviceAnswers = {
  risk: 'medium',
  reversible: 'with-effort',
  existingVersion: true,
  labelDelay: 'days',
  requestsPerDay: 50_000,
  userComparison: false,
  state: 'stateless',
  workload: 'requests',
  spareCapacity: 'double',
  latencyObjective: 'relaxed',
  platform: ALL,
  regulated: false,
};

// What the cited sources would have people do; see advisor/rules for each.
const SITUATIONS: [string, string, Partial<AdviceAnswers>][] = [
  ['an ordinary online model with traffic', 'canary', {}],
  [
    'flight delays shown to passengers, labels in hours',
    'canary',
    { labelDelay: 'hours' },
  ],
  [
    'fraud that blocks a payment at once, labels after weeks',
    'shadow',
    { risk: 'high', reversible: 'no', labelDelay: 'weeks' },
  ],
  [
    'a diagnosis that a doctor reads, approval needed',
    'shadow',
    { risk: 'high', reversible: 'no', regulated: true, requestsPerDay: 800 },
  ],
  [
    'the same without a mesh that mirrors',
    'blue-green',
    {
      risk: 'high',
      reversible: 'no',
      regulated: true,
      requestsPerDay: 800,
      platform: ['variant-metrics'],
    },
  ],
  [
    'a ranking whose worth is what people click',
    'ab-test',
    { userComparison: true, labelDelay: 'minutes', risk: 'low' },
  ],
  [
    'prices that are shown to users, with sticky routing',
    'ab-test',
    { userComparison: true, state: 'session', labelDelay: 'days' },
  ],
  [
    'the same question without routing by header',
    'canary',
    {
      userComparison: true,
      labelDelay: 'minutes',
      risk: 'medium',
      platform: ['weights', 'variant-metrics'],
    },
  ],
  [
    'a plain Kubernetes cluster without a router',
    'blue-green',
    { platform: [] },
  ],
  [
    'workers that take images from a queue',
    'blue-green',
    { workload: 'queue', platform: ['variant-metrics'] },
  ],
  [
    'a nightly batch',
    'recreate',
    { workload: 'batch', risk: 'low', reversible: 'yes' },
  ],
  [
    'a nightly batch whose figures matter',
    'recreate',
    { workload: 'batch', spareCapacity: 'none' },
  ],
  [
    'the first version of a model that does little harm',
    'rolling',
    { existingVersion: false, risk: 'low' },
  ],
  [
    'the first version of a model that must be approved',
    'blue-green',
    { existingVersion: false, regulated: true },
  ],
  [
    'a large language model on all the accelerators there are, low risk',
    'rolling',
    { risk: 'low', reversible: 'yes', spareCapacity: 'none' },
  ],
  [
    'a new base image of a harmless model',
    'rolling',
    {
      risk: 'low',
      reversible: 'yes',
      requestsPerDay: 5_000,
      spareCapacity: 'some',
      labelDelay: 'never',
    },
  ],
  [
    'an agent that books seats',
    'canary',
    { state: 'acts', risk: 'high', labelDelay: 'hours' },
  ],
  [
    'an agent that books seats, rarely',
    'blue-green',
    { state: 'acts', requestsPerDay: 300 },
  ],
  [
    'a chat that keeps a session',
    'blue-green',
    { state: 'session', labelDelay: 'never' },
  ],
  [
    'a model that few ask, medium risk, labels in days',
    'shadow',
    { requestsPerDay: 200, labelDelay: 'days', risk: 'high' },
  ],
  [
    'a model that few ask, whose answers are known at once',
    'blue-green',
    { requestsPerDay: 200, labelDelay: 'minutes' },
  ],
  [
    'search with a tight latency objective and much traffic',
    'canary',
    { latencyObjective: 'tight', requestsPerDay: 5_000_000 },
  ],
  [
    'credit decisions under regulation, no room for a copy of all traffic',
    'shadow',
    {
      risk: 'high',
      regulated: true,
      labelDelay: 'weeks',
      spareCapacity: 'some',
    },
  ],
  [
    'versions whose figures cannot be told apart',
    'blue-green',
    { platform: ['weights'], risk: 'medium' },
  ],
  [
    'a singleton that locks its store',
    'recreate',
    {
      state: 'acts',
      workload: 'queue',
      spareCapacity: 'none',
      risk: 'medium',
    },
  ],
];

const anyAnswers: fc.Arbitrary<AdviceAnswers> = fc.record(
  {
    risk: fc.constantFrom('low', 'medium', 'high'),
    reversible: fc.constantFrom('yes', 'with-effort', 'no'),
    existingVersion: fc.boolean(),
    labelDelay: fc.constantFrom('minutes', 'hours', 'days', 'weeks', 'never'),
    requestsPerDay: fc.integer({ min: 0, max: 1_000_000 }),
    userComparison: fc.boolean(),
    state: fc.constantFrom('stateless', 'session', 'acts'),
    workload: fc.constantFrom('requests', 'queue', 'batch'),
    spareCapacity: fc.constantFrom('none', 'some', 'double'),
    latencyObjective: fc.constantFrom('none', 'relaxed', 'tight'),
    platform: fc.subarray(ALL),
    regulated: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('advice', () => {
  it.each(SITUATIONS)('for %s: %s', (_, expected, special) => {
    const advice = adviseStrategy(
      adviceAnswersSchema.parse({ ...USUAL, ...special }),
    );
    expect(
      advice.ranking.map(({ strategy, points }) => `${strategy} ${points}`)[0],
    ).toMatch(new RegExp(`^${expected} `));
    expect(advice.ranking[0].possible).toBe(true);
    expect(advice.ranking[0].for.length).toBeGreaterThan(0);
  });

  it('ranks every strategy once, the impossible ones last with what rules them out first', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const { ranking } = adviseStrategy(answers);
        expect(ranking.map(({ strategy }) => strategy).sort()).toEqual(
          [...STRATEGY_TYPES].sort(),
        );
        const possible = ranking.map(r => r.possible);
        expect(possible).toEqual([...possible].sort((a, b) => +b - +a));
        for (const ranked of ranking) {
          expect(ranked.against[0]?.points === undefined).toBe(
            !ranked.possible || ranked.against.length === 0,
          );
        }
      }),
    );
  });

  it('tells changes that are true', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const advice = adviseStrategy(answers);
        for (const { question, answer, first } of advice.changes) {
          const other = adviseStrategy({ ...answers, [question]: answer });
          expect(other.ranking[0].strategy).toBe(first);
          expect(first).not.toBe(advice.ranking[0].strategy);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lets questions without an answer decide nothing, and says which matter', () => {
    const advice = adviseStrategy({});
    const reasons = advice.ranking.flatMap(r => [...r.for, ...r.against]);
    expect(reasons.every(({ asks }) => asks.length === 0)).toBe(true);
    expect(advice.open).toContain('risk');
    expect(advice.open).toContain('existingVersion');
    expect(advice.changes).toEqual([]);
    expect(advice.margin).toBe('close');
  });

  it('says what releases the version after a strategy that only compares', () => {
    const advice = adviseStrategy({
      ...USUAL,
      risk: 'high',
      reversible: 'no',
    });
    expect(advice.ranking[0].strategy).toBe('shadow');
    expect(advice.followedBy).toBe('canary');
    expect(adviseStrategy(USUAL).followedBy).toBeUndefined();
  });

  it('has rules with ids of their own that look at nothing else than they ask', () => {
    expect(new Set(ADVICE_RULES.map(({ id }) => id)).size).toBe(
      ADVICE_RULES.length,
    );
    for (const rule of ADVICE_RULES) {
      const read = new Set<string>();
      const answers = new Proxy(USUAL as Required<AdviceAnswers>, {
        get(target, name: string) {
          read.add(name);
          return target[name as keyof AdviceAnswers];
        },
      });
      rule.when(answers);
      expect([...read].every(name => rule.asks.includes(name as any))).toBe(
        true,
      );
    }
  });

  it('refuses answers that are none', () => {
    expect(() =>
      adviceAnswersSchema.parse({ risk: 'huge', colour: 1 }),
    ).toThrow(/risk/);
  });
});

describe('strategies', () => {
  it('says of each what it is, needs, watches and how to go back', () => {
    expect(STRATEGIES.map(({ type }) => type).sort()).toEqual(
      [...STRATEGY_TYPES].sort(),
    );
    for (const strategy of STRATEGIES) {
      expect(strategy.phases.length).toBeGreaterThan(1);
      expect(strategy.fits.length * strategy.fitsNot.length).toBeGreaterThan(0);
      expect(strategy.needs.length).toBeGreaterThan(0);
      expect(strategy.rollback.time).toMatch(/^PT/);
      expect(strategy.sources.every(({ url }) => /^https:/.test(url))).toBe(
        true,
      );
    }
    expect(() => strategyOf('big-bang')).toThrow(
      'strategy: expected one of shadow, canary, blue-green, ab-test, rolling, recreate, was big-bang',
    );
  });
});
