import type { MlThreshold } from '@airworthy/plugin-ml-models-common';

/** Tasks that have limits of their own. @public */
export type MonitoringTask =
  | 'classification'
  | 'regression'
  | 'generation'
  | 'other';

/** Tells the task from a model's type, such as `tabular-classification`. @public */
export function taskOfModelType(type: string | undefined): MonitoringTask {
  const name = type?.toLowerCase() ?? '';
  if (/classif|detection|fraud|churn/.test(name)) return 'classification';
  if (/regress|forecast/.test(name)) return 'regression';
  if (/generat|language|llm|chat|summari|translat/.test(name)) {
    return 'generation';
  }
  return 'other';
}

/* The usual objectives of request-driven services: 99 % good warns, 95 % is critical. */
const SERVICE: MlThreshold[] = [
  { metric: 'error_ratio', warning: 0.01, critical: 0.05, windows: 2 },
];

/* Shares of the rows of a window. */
const DATA: MlThreshold[] = [
  { metric: 'missing_share_increase', warning: 0.05, critical: 0.2 },
  { metric: 'non_finite_share', warning: 0.001, critical: 0.01 },
  { metric: 'out_of_range_share', warning: 0.01, critical: 0.1 },
  { metric: 'unseen_category_share', warning: 0.01, critical: 0.1 },
];

/* Losses against the baseline, since no absolute value of a quality metric is good for every model. */
const MODEL: Record<MonitoringTask, MlThreshold[]> = {
  classification: [
    { metric: 'roc_auc_drop', warning: 0.02, critical: 0.05 },
    { metric: 'f1_drop', warning: 0.05, critical: 0.1 },
    { metric: 'expected_calibration_error', warning: 0.05, critical: 0.1 },
  ],
  regression: [
    { metric: 'rmse_increase_ratio', warning: 1.1, critical: 1.25 },
    { metric: 'mae_increase_ratio', warning: 1.1, critical: 1.25 },
  ],
  generation: [
    { metric: 'time_to_first_token_p95', warning: 2_000, critical: 5_000 },
    { metric: 'truncated_share', warning: 0.05, critical: 0.2 },
  ],
  other: [],
};

/**
 * Limits where neither the entity nor the configuration has any. Drift has
 * its limits from its rule set.
 *
 * @public
 */
export function defaultThresholds(task: MonitoringTask): MlThreshold[] {
  return [...SERVICE, ...DATA, ...MODEL[task]];
}

/** A threshold with where it comes from. @public */
export interface EffectiveThreshold extends MlThreshold {
  origin: 'entity' | 'config' | 'default';
}

/**
 * The threshold of a metric: the entity's before the configuration's before
 * the default, and in each the most specific (feature and variant, feature,
 * variant, neither).
 *
 * @public
 */
export function findThreshold(
  sources: {
    entity?: readonly MlThreshold[];
    config?: readonly MlThreshold[];
    task: MonitoringTask;
  },
  of: { metric: string; feature?: string; variant?: string },
): EffectiveThreshold | undefined {
  const specificity = (threshold: MlThreshold) =>
    (threshold.feature === undefined ? 0 : 2) +
    (threshold.variant === undefined ? 0 : 1);
  const origins = [
    ['entity', sources.entity ?? []],
    ['config', sources.config ?? []],
    ['default', defaultThresholds(sources.task)],
  ] as const;
  for (const [origin, thresholds] of origins) {
    const [best] = thresholds
      .filter(
        threshold =>
          threshold.metric === of.metric &&
          (threshold.feature === undefined ||
            threshold.feature === of.feature) &&
          (threshold.variant === undefined || threshold.variant === of.variant),
      )
      .sort((a, b) => specificity(b) - specificity(a));
    if (best) return { ...best, origin };
  }
  return undefined;
}
