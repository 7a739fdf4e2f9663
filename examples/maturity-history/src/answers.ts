import { DatedAnswer } from '@airworthy/plugin-ml-maturity-node';

type Content = Pick<DatedAnswer, 'fields' | 'evidence' | 'comment'>;

const DAY_MS = 86_400_000;
const day = (at: Date, days: number) =>
  new Date(at.getTime() + days * DAY_MS).toISOString().slice(0, 10);
const wiki = (page: string) => ({
  url: `https://wiki.larkspur.example/models/${page}`,
});

/** What people of the example organisation answer, by check. */
export const ANSWERS: Record<string, (at: Date) => Content> = {
  'goals-recorded': () => ({
    fields: {
      requirements: 'An estimate within two seconds, at every station.',
      goals: 'Fewer passengers who learn of a change at the gate.',
      objectives: 'Ten per cent fewer missed connections by the end of winter.',
    },
    evidence: wiki('goals'),
  }),
  'use-case-described': () => ({
    fields: { useCase: 'Ranks what the operations desk looks at first.' },
  }),
  'strategy-linked': () => ({
    fields: {
      strategicObjective: 'Punctuality among the best three in Europe.',
      sponsor: 'Elena Petrova',
    },
  }),
  'infrastructure-required': () => ({
    fields: {
      compute: 'Two CPUs and 4 GiB for each replica, no GPU.',
      latency: 150,
      availability: 99.5,
    },
  }),
  'expectations-agreed': at => ({
    fields: {
      budget: 24_000,
      timescale: day(at, 120),
      resources: 2,
      upkeep: 3,
    },
    comment: 'Agreed with the sponsor for the season.',
  }),
  'past-models-known': () => ({}),
  'scalability-stated': () => ({
    fields: {
      expectedLoad: 40,
      growth: 15,
      limit: 'The feature store, at about 300 requests a second.',
    },
  }),
  'infrastructure-available': () => ({
    fields: { environment: 'The shared cluster in Frankfurt.' },
  }),
  'skills-available': () => ({
    fields: {
      skills: {
        Data: 'covered',
        'Machine-learning engineering': 'covered',
        Software: 'partly',
        Operations: 'partly',
        Domain: 'covered',
      },
      plan: 'The platform team lends an engineer one day a week.',
    },
  }),
  'pipeline-designed': () => ({
    fields: { steps: 'Extract, check, train, evaluate, register, hand over.' },
  }),
  'features-beneficial': () => ({
    fields: {
      method: 'Each group of features left out once, on the last month.',
    },
  }),
  'feature-cost-known': () => ({
    fields: { dearest: 'Weather of the destination, 900 EUR a month.' },
  }),
  'feature-policy': () => ({
    fields: {
      policy: 'No feature that stands for nationality, age or health.',
      checkedBy: 'Data protection, at each new feature.',
    },
  }),
  'privacy-controls': () => ({
    fields: { personalData: 'pseudonymised', retention: 'P400D' },
    evidence: wiki('privacy'),
  }),
  'features-addable': () => ({ fields: { leadTime: 'P10D' } }),
  'feature-code-tested': () => ({
    fields: { location: 'tests/features in the pipeline.' },
  }),
  'spec-reviewed': () => ({
    fields: { howEnforced: 'Two approvals on every change of the pipeline.' },
  }),
  'hyperparameters-tuned': () => ({
    fields: { method: 'Random search, 60 trials, three-fold by week.' },
  }),
  'baseline-compared': () => ({
    fields: { baseline: 'The mean of the last four weeks.', difference: 0.08 },
  }),
  'slices-evaluated': () => ({
    fields: { slices: 'Airline, station, hour.', worst: 'Small stations.' },
  }),
  'inclusion-tested': () => ({
    fields: {
      groups: 'Passengers with assistance, families.',
      finding: 'No group is ranked lower by more than two per cent.',
    },
    evidence: wiki('inclusion'),
  }),
  'training-reproducible': at => ({
    fields: { lastRepeated: day(at, -12), difference: 0.2 },
  }),
  'model-debuggable': () => ({
    fields: { tool: 'A notebook that replays one prediction with its inputs.' },
  }),
  'rollback-ready': at => ({
    fields: { lastRehearsed: day(at, -5), timeTaken: 'PT12M' },
  }),
  'dependency-alerts': () => ({
    fields: { how: 'Owners of the sources write to the channel of the team.' },
  }),
  'numerically-stable': () => ({
    fields: { how: 'The scoring service counts answers that are not finite.' },
  }),
  'quality-watched': () => ({
    fields: {
      proxy: 'Share of suggestions that the desk takes.',
      reviewedEvery: 'P14D',
    },
  }),
  'training-automated': () => ({
    fields: { orchestrator: 'A nightly job of the data platform.' },
  }),
  'grounding-measured': () => ({
    fields: {
      method: 'Two readers, 200 answers a month against their sources.',
      ungrounded: 2.5,
      limit: 4,
    },
    evidence: wiki('grounding'),
  }),
  'users-informed': () => ({}),
  'cost-budgeted': () => ({
    fields: {
      costPerThousand: 1.8,
      requestsPerMonth: 120_000,
      monthlyBudget: 300,
    },
  }),
  'context-fits': () => ({
    fields: {
      contextWindow: 32_768,
      longestPrompt: 9_000,
      longestAnswer: 1_200,
    },
  }),
  'rate-limited': () => ({
    fields: { requestsPerMinute: 60, tokensPerAnswer: 1_200 },
  }),
};
