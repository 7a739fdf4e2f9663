type ExpectedStep = {
  phase: 'gather' | 'assess' | 'plan' | 'execute' | 'evaluate';
  /** On the track of large organisations only. */
  large?: true;
  how: How;
};

type ExpectedPractice = {
  level: 1 | 2;
  category:
    | 'objectives-and-metrics'
    | 'infrastructure'
    | 'data'
    | 'model'
    | 'code';
  item?: string;
  how: How;
  evidence?: 'required';
};

/** `either`: by a rule, else by an answer. */
type How = 'rule' | 'answer' | 'either';

/** The steps of the journey in their order. */
export const EXPECTED_STEPS: Record<string, ExpectedStep> = {
  'goals-recorded': { phase: 'gather', how: 'answer' },
  'use-case-described': { phase: 'gather', how: 'either' },
  'strategy-linked': { phase: 'gather', large: true, how: 'answer' },
  'infrastructure-required': { phase: 'gather', how: 'answer' },
  'expectations-agreed': { phase: 'gather', how: 'answer' },
  'model-described': { phase: 'assess', how: 'rule' },
  'past-models-known': { phase: 'assess', large: true, how: 'either' },
  'code-maturity': { phase: 'assess', how: 'rule' },
  'maturity-assessed': { phase: 'assess', large: true, how: 'rule' },
  'scalability-stated': { phase: 'assess', large: true, how: 'either' },
  'infrastructure-available': { phase: 'assess', how: 'either' },
  'pipeline-known': { phase: 'assess', how: 'rule' },
  'data-dependencies-known': { phase: 'assess', how: 'rule' },
  'dataset-size-known': { phase: 'assess', how: 'rule' },
  'data-origin-known': { phase: 'assess', how: 'rule' },
  'production-data-source': { phase: 'assess', how: 'rule' },
  'skills-available': { phase: 'assess', how: 'answer' },
  'pipeline-designed': { phase: 'plan', how: 'either' },
  'strategy-planned': { phase: 'plan', how: 'rule' },
  'metrics-planned': { phase: 'plan', how: 'rule' },
  deployed: { phase: 'execute', how: 'rule' },
  'strategy-reviewed': { phase: 'execute', how: 'rule' },
  monitored: { phase: 'evaluate', how: 'rule' },
  observable: { phase: 'evaluate', how: 'rule' },
};

const practice = (
  level: 1 | 2,
  category: ExpectedPractice['category'],
  item: string | undefined,
  how: How,
  evidence?: 'required',
): ExpectedPractice => ({ level, category, item, how, evidence });

export const EXPECTED_PRACTICES: Record<string, ExpectedPractice> = {
  'data-schema': practice(1, 'data', 'D1', 'either'),
  'features-beneficial': practice(2, 'data', 'D2', 'answer'),
  'feature-cost-known': practice(2, 'data', 'D3', 'answer'),
  'feature-policy': practice(1, 'data', 'D4', 'answer'),
  'privacy-controls': practice(1, 'data', 'D5', 'answer', 'required'),
  'features-addable': practice(2, 'data', 'D6', 'answer'),
  'feature-code-tested': practice(1, 'data', 'D7', 'either'),
  'data-versioned': practice(1, 'data', undefined, 'rule'),
  'spec-reviewed': practice(1, 'code', 'M1', 'either'),
  'offline-online-correlated': practice(
    2,
    'objectives-and-metrics',
    'M2',
    'answer',
  ),
  'hyperparameters-tuned': practice(1, 'model', 'M3', 'either'),
  'staleness-known': practice(2, 'objectives-and-metrics', 'M4', 'answer'),
  'baseline-compared': practice(1, 'objectives-and-metrics', 'M5', 'either'),
  'slices-evaluated': practice(1, 'model', 'M6', 'either'),
  'inclusion-tested': practice(2, 'model', 'M7', 'answer', 'required'),
  'training-reproducible': practice(1, 'code', 'I1', 'either'),
  'model-code-tested': practice(1, 'code', 'I2', 'rule'),
  'pipeline-tested': practice(2, 'infrastructure', 'I3', 'either'),
  'validated-before-serving': practice(1, 'model', 'I4', 'rule'),
  'model-debuggable': practice(2, 'model', 'I5', 'answer'),
  'released-progressively': practice(2, 'infrastructure', 'I6', 'rule'),
  'rollback-ready': practice(1, 'infrastructure', 'I7', 'either'),
  'dependency-alerts': practice(2, 'infrastructure', 'O1', 'answer'),
  'input-invariants': practice(1, 'data', 'O2', 'rule'),
  'skew-watched': practice(2, 'data', 'O3', 'rule'),
  'freshness-watched': practice(1, 'model', 'O4', 'rule'),
  'numerically-stable': practice(2, 'model', 'O5', 'either'),
  'performance-watched': practice(1, 'infrastructure', 'O6', 'rule'),
  'quality-watched': practice(1, 'objectives-and-metrics', 'O7', 'either'),
  registered: practice(1, 'infrastructure', undefined, 'rule'),
  'experiments-tracked': practice(1, 'infrastructure', undefined, 'rule'),
  'training-automated': practice(1, 'infrastructure', undefined, 'either'),
  'training-triggered': practice(2, 'infrastructure', undefined, 'answer'),
  'pipeline-delivered': practice(2, 'infrastructure', undefined, 'rule'),
  'owner-on-call': practice(1, 'objectives-and-metrics', undefined, 'rule'),
  'slo-defined': practice(1, 'objectives-and-metrics', undefined, 'rule'),
};

/** Checks of the rubric for language models, by their category. */
export const EXPECTED_LANGUAGE_CHECKS: Record<string, string[]> = {
  evaluation: [
    'evaluation-set-recorded',
    'grounding-measured',
    'contamination-checked',
    'prompts-tested',
    'human-feedback-collected',
  ],
  safety: [
    'safety-tested',
    'guardrails-in-place',
    'users-informed',
    'red-teamed',
  ],
  'cost-and-performance': ['cost-budgeted', 'latency-objective-set'],
  provenance: [
    'base-model-and-licence-known',
    'context-fits',
    'prompts-versioned',
  ],
  operation: ['rate-limited', 'fallback-ready'],
};
