/** Tasks with what models for them are built with and judged by. */
export const TASKS = [
  {
    task: 'tabular-classification',
    about: ['churn', 'fraud', 'no-show', 'upsell', 'default-risk', 'spam'],
    frameworks: ['xgboost', 'lightgbm', 'scikit-learn'],
    metric: { name: 'roc_auc', from: 0.6, to: 0.97 },
  },
  {
    task: 'tabular-regression',
    about: ['delay', 'fuel-burn', 'demand', 'turnaround', 'price', 'wear'],
    frameworks: ['xgboost', 'lightgbm', 'catboost'],
    metric: { name: 'rmse', from: 2, to: 40 },
  },
  {
    task: 'time-series-forecasting',
    about: ['load', 'arrivals', 'energy', 'staffing', 'sales'],
    frameworks: ['pytorch', 'statsmodels'],
    metric: { name: 'mape', from: 0.02, to: 0.3 },
  },
  {
    task: 'text-classification',
    about: ['intent', 'sentiment', 'urgency', 'topic', 'toxicity'],
    frameworks: ['transformers', 'scikit-learn'],
    metric: { name: 'f1', from: 0.5, to: 0.96 },
  },
  {
    task: 'object-detection',
    about: ['cracks', 'baggage', 'vehicles', 'corrosion', 'people'],
    frameworks: ['pytorch', 'onnx'],
    metric: { name: 'map', from: 0.2, to: 0.7 },
  },
  {
    task: 'automatic-speech-recognition',
    about: ['calls', 'cockpit', 'announcements'],
    frameworks: ['pytorch', 'transformers'],
    metric: { name: 'wer', from: 0.03, to: 0.4 },
  },
  {
    task: 'text-generation',
    about: ['replies', 'summaries', 'reports', 'code'],
    frameworks: ['transformers', 'vllm'],
    metric: { name: 'accuracy', from: 0.3, to: 0.9 },
  },
];

export const PLACES = [
  'north',
  'south',
  'east',
  'west',
  'atlantic',
  'pacific',
  'regional',
  'longhaul',
  'cargo',
  'lounge',
];

export const LIFECYCLES = [
  'experimental',
  'experimental',
  'staging',
  'production',
  'production',
  'production',
  'deprecated',
  'retired',
];

export const LICENSES = ['Apache-2.0', 'MIT', 'proprietary', 'CC-BY-4.0'];
export const TAGS = ['gpu', 'batch', 'realtime', 'pii', 'pilot', 'seasonal'];

/** Titles that are hard on a layout: right to left, wide signs, no break, long. */
export const HARD_TITLES = [
  'نموذج توقع تأخر الرحلات',
  'מודל לחיזוי ביקוש 2026 (v2)',
  '🛫 Departures 👩‍✈️ and crew 🧑🏽‍🔧 rosters',
  '航班延误预测模型（第二版）',
  'W'.repeat(200),
  `${'A very long title that goes on '.repeat(6)}to`.slice(0, 190),
];
