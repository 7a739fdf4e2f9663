import { CheckRow, readTable } from './readTable';

/*
 * The flight-delay model as a reader of examples/flight-delay and of the rubric
 * would judge it: weights and categories as the rubric's description has them,
 * and a reason from the example's own files. Nothing here was taken from what
 * the engine says.
 *
 * The model is on the track "startup". Its code lies in examples/flight-delay,
 * a folder with README, package.json and tests, but without CI, lockfile and
 * code owners of its own. Nothing reports health and nobody reviews rollouts
 * here, so all that needs those facts is unknown. The answers are those that
 * examples/maturity-history brings.
 */

/** The 24 steps of the journey. */
export const JOURNEY: CheckRow[] = readTable(`
  goals-recorded          | pass           | attested  | 0.5 | objectives-and-metrics | answered 84 days ago, holds for 180
  use-case-described      | pass           | automated | 0.5 | objectives-and-metrics | modelCard.intendedUse is there
  strategy-linked         | not-applicable | none      | 0.5 | objectives-and-metrics | for large organisations
  infrastructure-required | pass           | attested  | 0.5 | infrastructure         | answered 84 days ago, holds for 180
  expectations-agreed     | pass           | attested  | 0.5 | objectives-and-metrics | answered 66 days ago, holds for 90
  model-described         | pass           | automated | 1   | model                  | all four parts of the card; version 2 has metrics
  past-models-known       | not-applicable | none      | 1   | model                  | for large organisations
  code-maturity           | fail           | automated | 1   | code                   | no CI, lockfile or code owners
  maturity-assessed       | not-applicable | none      | 1   | objectives-and-metrics | for large organisations
  scalability-stated      | not-applicable | none      | 0.5 | infrastructure         | for large organisations
  infrastructure-available| pass           | automated | 1   | infrastructure         | environments production and staging
  pipeline-known          | pass           | automated | 1   | infrastructure         | trainedBy flight-delay-training
  data-dependencies-known | pass           | automated | 1   | data                   | dependsOn us-flights-2001
  dataset-size-known      | pass           | automated | 1   | data                   | dataset-rows and dataset-bytes
  data-origin-known       | pass           | automated | 1   | data                   | dataset-origin: real
  production-data-source  | pass           | automated | 1   | data                   | production names its inference log
  skills-available        | pass           | attested  | 0.5 | objectives-and-metrics | answered 66 days ago, no role is missing
  pipeline-designed       | pass           | automated | 1   | infrastructure         | the canary has a plan of three phases
  strategy-planned        | pass           | automated | 1   | infrastructure         | canary with a plan
  metrics-planned         | pass           | automated | 1   | objectives-and-metrics | six thresholds
  deployed                | pass           | automated | 1   | infrastructure         | version 1 takes 90 % in production
  strategy-reviewed       | unknown        | none      | 1   | infrastructure         | no reviews
  monitored               | unknown        | none      | 1   | infrastructure         | no monitoring
  observable              | unknown        | none      | 1   | objectives-and-metrics | no monitoring
`);

/** The 36 practices. */
export const PRACTICES: CheckRow[] = readTable(`
  data-schema               | pass    | automated | 1 | data                   | dataset-schema, and version 2 has a signature
  features-beneficial       | unknown | none      | 1 | data                   | nobody answered
  feature-cost-known        | unknown | none      | 1 | data                   | nobody answered
  feature-policy            | pass    | attested  | 1 | data                   | answered 33 days ago, holds for 180
  privacy-controls          | pass    | attested  | 2 | data                   | answered 33 days ago with evidence
  features-addable          | unknown | none      | 1 | data                   | nobody answered
  feature-code-tested       | pass    | automated | 1 | data                   | the pipeline's folder has *.test.ts
  data-versioned            | pass    | automated | 1 | data                   | dataset-version: vega-datasets 3.2.1
  spec-reviewed             | fail    | automated | 1 | code                   | no CODEOWNERS
  offline-online-correlated | unknown | none      | 1 | objectives-and-metrics | nobody answered
  hyperparameters-tuned     | pass    | automated | 1 | model                  | the search of l2 stands among the hyperparameters
  staleness-known           | unknown | none      | 1 | objectives-and-metrics | nobody answered
  baseline-compared         | pass    | automated | 1 | objectives-and-metrics | roc_auc of version 2 has baseline 0.5
  slices-evaluated          | pass    | automated | 1 | model                  | version 2 has slices
  inclusion-tested          | unknown | none      | 2 | model                  | nobody answered
  training-reproducible     | fail    | automated | 1 | code                   | no lockfile, and the run names no commit
  model-code-tested         | pass    | automated | 1 | code                   | the folder has *.test.ts
  pipeline-tested           | fail    | automated | 1 | infrastructure         | no CI
  validated-before-serving  | pass    | automated | 2 | model                  | version 1 has metrics and is the champion
  model-debuggable          | unknown | none      | 1 | model                  | nobody answered
  released-progressively    | pass    | automated | 1 | infrastructure         | canary
  rollback-ready            | unknown | none      | 2 | infrastructure         | no rehearsal known, nobody answered
  dependency-alerts         | unknown | none      | 1 | infrastructure         | nobody answered
  input-invariants          | unknown | none      | 1 | data                   | no monitoring
  skew-watched              | unknown | none      | 1 | data                   | no monitoring
  freshness-watched         | pass    | automated | 1 | model                  | version 1 of June is younger than 330 days
  numerically-stable        | unknown | none      | 1 | model                  | no monitoring, nobody answered
  performance-watched       | unknown | none      | 1 | infrastructure         | no monitoring, though there are objectives
  quality-watched           | unknown | none      | 2 | objectives-and-metrics | no monitoring, nobody answered
  registered                | fail    | automated | 1 | infrastructure         | no version names a registry
  experiments-tracked       | pass    | automated | 1 | infrastructure         | version 2 names its run
  training-automated        | fail    | automated | 1 | infrastructure         | training-pipeline is no orchestrator's type
  training-triggered        | unknown | none      | 1 | infrastructure         | nobody answered
  pipeline-delivered        | fail    | automated | 1 | infrastructure         | no CI
  owner-on-call             | pass    | automated | 1 | objectives-and-metrics | the group has an email, production links its chat channel
  slo-defined               | pass    | automated | 1 | objectives-and-metrics | thresholds for error_ratio and latency_p95
`);

/** Weight of what passes and of what counts, added up by hand from the tables. */
export const SCORES = {
  categories: {
    // Passes: three of the journey's at 0.5, skills 0.5, and metrics-planned,
    // baseline-compared, owner-on-call, slo-defined. Besides: observable, M2,
    // M4, quality-watched 2.
    'objectives-and-metrics': { passed: 6, total: 11 },
    // Passes: 0.5 and five steps, released-progressively, experiments-tracked.
    // Besides: 2 steps, rollback-ready 2, and seven practices.
    infrastructure: { passed: 7.5, total: 18.5 },
    // Passes: four steps, D1, D4, D5 twice, D7, data-versioned. Besides: D2,
    // D3, D6, O2, O3.
    data: { passed: 10, total: 15 },
    // Passes: model-described, M3, M6, I4 twice, O4. Besides: M7 twice, I5, O5.
    model: { passed: 6, total: 10 },
    // Passes: I2. Besides: code-maturity, M1, I1.
    code: { passed: 1, total: 4 },
  },
  /** 6 + 7.5 + 10 + 6 + 1, and 11 + 18.5 + 15 + 10 + 4. */
  all: { passed: 30.5, total: 58.5 },
  counts: {
    pass: 31,
    fail: 7,
    unknown: 18,
    error: 0,
    waived: 0,
    'not-applicable': 4,
  },
};

/** What is missing on levels 1 and 2. */
export const MISSING = {
  1: [
    'spec-reviewed',
    'training-reproducible',
    'rollback-ready',
    'input-invariants',
    'performance-watched',
    'quality-watched',
    'registered',
    'training-automated',
  ],
  2: [
    'features-beneficial',
    'feature-cost-known',
    'features-addable',
    'offline-online-correlated',
    'staleness-known',
    'inclusion-tested',
    'pipeline-tested',
    'model-debuggable',
    'dependency-alerts',
    'skew-watched',
    'numerically-stable',
    'training-triggered',
    'pipeline-delivered',
  ],
};

/**
 * Points by item: 1 where a fact shows it, 0.5 where a person says it. The
 * least section is the total.
 */
export const ML_TEST_SCORE = {
  items: {
    D1: 1,
    D4: 0.5,
    D5: 0.5,
    D7: 1,
    M3: 1,
    M5: 1,
    M6: 1,
    I2: 1,
    I4: 1,
    I6: 1,
    O4: 1,
  },
  sections: { D: 3, M: 3, I: 3, O: 1 },
  total: 1,
};

/** Phase, weight of the steps that pass and of those that count, whether it is done. */
export const PHASES = [
  // Four steps at 0.5.
  ['gather', 2, 2, true],
  // Seven steps and skills-available at 0.5 pass; code-maturity does not.
  ['assess', 7.5, 8.5, false],
  ['plan', 3, 3, true],
  ['execute', 1, 2, false],
  ['evaluate', 0, 2, false],
];
