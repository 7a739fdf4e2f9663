import { Scenario } from './types';

const GATHER = ['goals-recorded', 'infrastructure-required'];
const AGREE = ['expectations-agreed', 'skills-available'];
const LARGE = ['strategy-linked', 'scalability-stated'];

/** Models of the example organisation that stayed as they are. */
const STEADY = [
  'bert-base-uncased',
  'camelbert-da',
  'chronos-t5-small',
  'crew-fatigue',
  'dent-detector',
  'detr-resnet-50',
  'distilbert-base-uncased',
  'distilbert-base-uncased-finetuned-sst-2-english',
  'fare-elasticity',
  'minilm-l6-h384-uncased',
  'mistral-7b-v0.1',
  'nllb-200-distilled-600m',
  'qwen2.5-7b',
  'qwen2.5-7b-instruct',
  'zephyr-7b-beta',
];

/** What happened to the models of the example organisation, by name; of other models nothing is known. */
export const SCENARIOS: Record<string, Scenario> = {
  ...Object.fromEntries(STEADY.map(name => [name, {}])),
  // Got better step by step.
  'flight-delay': {
    differences: [
      {
        untilDaysAgo: 71,
        was: {
          'model.card.limitations': false,
          'model.card.ethicalConsiderations': false,
          'model.card.complete': false,
        },
      },
      {
        untilDaysAgo: 58,
        was: { 'repository.tests': false, 'repository.pipeline.tests': false },
      },
      {
        untilDaysAgo: 44,
        was: {
          'deployments.monitoring.thresholds': 0,
          'deployments.monitoring.thresholdMetrics': [],
          'deployments.monitoring.hasSlo': false,
        },
      },
      {
        untilDaysAgo: 21,
        was: {
          'deployments.newest.strategy': 'recreate',
          'deployments.newest.hasPlan': false,
          'deployments.newest.progressive': false,
          'deployments.newest.keepsPrevious': false,
        },
      },
    ],
    answers: [
      { daysAgo: 84, by: 'amara.okafor', checks: GATHER },
      { daysAgo: 66, by: 'jonas.lindqvist', checks: AGREE },
      {
        daysAgo: 33,
        by: 'mei.tanaka',
        checks: ['feature-policy', 'privacy-controls'],
      },
    ],
  },
  'turnaround-time': {
    differences: [
      {
        untilDaysAgo: 64,
        was: {
          'catalog.datasets.withOrigin': 0,
          'catalog.datasets.withSize': 0,
        },
      },
      {
        untilDaysAgo: 47,
        was: {
          'model.card.evaluationData': false,
          'model.card.complete': false,
        },
      },
      {
        untilDaysAgo: 26,
        was: {
          'deployments.monitoring.hasInferenceLog': false,
          'deployments.monitoring.hasSlo': false,
        },
      },
    ],
    answers: [
      { daysAgo: 80, by: 'paolo.ferri', checks: [...GATHER, ...LARGE] },
      {
        daysAgo: 52,
        by: 'sofie.dejong',
        checks: [...AGREE, 'feature-policy', 'spec-reviewed'],
      },
      {
        daysAgo: 24,
        by: 'ravi.menon',
        checks: [
          'privacy-controls',
          'hyperparameters-tuned',
          'training-reproducible',
          'feature-code-tested',
        ],
      },
      {
        daysAgo: 10,
        by: 'sofie.dejong',
        checks: ['rollback-ready', 'quality-watched', 'features-beneficial'],
      },
    ],
  },
  'passenger-assistant': {
    differences: [
      {
        untilDaysAgo: 55,
        was: {
          'model.card.outOfScopeUse': false,
          'model.card.limitations': false,
          'model.card.complete': false,
        },
      },
      {
        untilDaysAgo: 30,
        was: { 'catalog.relations.trainedBy.isOrchestrated': false },
      },
      {
        untilDaysAgo: 16,
        was: {
          'deployments.newest.strategy': 'recreate',
          'deployments.newest.progressive': false,
          'deployments.newest.keepsPrevious': false,
        },
      },
    ],
    answers: [
      {
        daysAgo: 87,
        by: 'leila.haddad',
        checks: [...GATHER, 'strategy-linked'],
      },
      {
        daysAgo: 61,
        by: 'tomas.novak',
        checks: [...AGREE, 'users-informed', 'cost-budgeted'],
      },
      {
        daysAgo: 28,
        by: 'grace.mbeki',
        checks: [
          'privacy-controls',
          'grounding-measured',
          'context-fits',
          'rate-limited',
        ],
      },
    ],
  },
  'rebooking-ranker': {
    differences: [
      {
        untilDaysAgo: 69,
        was: {
          'versions.newest.hasBaseline': false,
          'versions.serving.hasBaseline': false,
        },
      },
      { untilDaysAgo: 38, was: { 'deployments.scaling.bounded': false } },
    ],
    answers: [
      { daysAgo: 74, by: 'mei.tanaka', checks: GATHER },
      {
        daysAgo: 41,
        by: 'jonas.lindqvist',
        checks: ['strategy-linked', 'feature-policy', 'slices-evaluated'],
      },
      {
        daysAgo: 12,
        by: 'mei.tanaka',
        checks: ['inclusion-tested', 'quality-watched'],
      },
    ],
  },
  'arabic-feedback-topics': {
    differences: [
      {
        untilDaysAgo: 50,
        was: {
          'model.license': false,
          'model.card.trainingData': false,
          'model.card.complete': false,
        },
      },
      { untilDaysAgo: 22, was: { 'catalog.description': false } },
    ],
    answers: [
      { daysAgo: 63, by: 'leila.haddad', checks: GATHER },
      {
        daysAgo: 35,
        by: 'grace.mbeki',
        checks: [...AGREE, 'privacy-controls'],
      },
      {
        daysAgo: 14,
        by: 'leila.haddad',
        checks: ['inclusion-tested', 'feature-code-tested'],
      },
    ],
  },
  'engine-remaining-life': {
    answers: [
      {
        daysAgo: 26,
        by: 'ingrid.dahl',
        checks: [...GATHER, 'expectations-agreed'],
      },
      {
        daysAgo: 19,
        by: 'samuel.cohen',
        checks: ['strategy-linked', 'features-addable'],
      },
      // Two roles are not there yet, and the team says so.
      {
        daysAgo: 18,
        by: 'samuel.cohen',
        checks: ['skills-available'],
        answer: 'no',
      },
    ],
  },
  // Fell back: answers ran out and nobody gave new ones, or something was taken away.
  'no-show': {
    differences: [
      { untilDaysAgo: 34, was: { 'deployments.alertRoute': true } },
    ],
    answers: [
      { daysAgo: 89, by: 'hannah.stone', checks: [...GATHER, ...LARGE] },
      {
        daysAgo: 88,
        by: 'diego.santos',
        checks: [
          ...AGREE,
          'feature-policy',
          'privacy-controls',
          'rollback-ready',
        ],
        lastDays: 45,
      },
    ],
  },
  'whisper-small': {
    answers: [
      { daysAgo: 86, by: 'yusuf.aydin', checks: GATHER },
      {
        daysAgo: 86,
        by: 'clara.weiss',
        checks: [...AGREE, 'feature-policy', 'inclusion-tested'],
        lastDays: 60,
      },
    ],
  },
  'camelbert-da-sentiment': {
    answers: [
      {
        daysAgo: 82,
        by: 'grace.mbeki',
        checks: [...GATHER, 'privacy-controls'],
        lastDays: 30,
      },
    ],
  },
  // Held its place: what ran out was answered again.
  'all-minilm-l6-v2': {
    answers: [
      {
        daysAgo: 90,
        by: 'clara.weiss',
        checks: ['goals-recorded', ...AGREE],
        lastDays: 42,
      },
      {
        daysAgo: 49,
        by: 'clara.weiss',
        checks: ['goals-recorded', ...AGREE],
        lastDays: 60,
      },
    ],
  },
  'opus-mt-en-de': {
    answers: [
      {
        daysAgo: 77,
        by: 'yusuf.aydin',
        checks: ['use-case-described', ...GATHER],
      },
    ],
  },
};
