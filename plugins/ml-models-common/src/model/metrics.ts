import type { MlModelMetric, MlModelVersion } from '../kinds/MlModel';

/** Which way a figure is better. @public */
export type MetricDirection = 'higher-is-better' | 'lower-is-better';

const HIGHER = [
  'accuracy',
  'auc',
  'auroc',
  'average_precision',
  'balanced_accuracy',
  'bertscore',
  'bleu',
  'chrf',
  'cider',
  'coverage',
  'dice',
  'em',
  'exact_match',
  'f1',
  'hit_rate',
  'iou',
  'kappa',
  'kendall',
  'map',
  'mcc',
  'mean_average_precision',
  'meteor',
  'miou',
  'mmlu',
  'mrr',
  'mteb',
  'ndcg',
  'npv',
  'pass',
  'pearson',
  'pr_auc',
  'precision',
  'psnr',
  'r2',
  'recall',
  'roc_auc',
  'rouge',
  'rouge1',
  'rouge2',
  'rougel',
  'sensitivity',
  'spearman',
  'specificity',
  'ssim',
  'tokens_per_second',
  'top1',
  'top5',
  'win_rate',
];
const LOWER = [
  'brier',
  'cer',
  'crps',
  'ece',
  'eer',
  'error',
  'error_rate',
  'error_ratio',
  'fid',
  'fnr',
  'fpr',
  'hamming_loss',
  'kl_divergence',
  'latency',
  'log_loss',
  'logloss',
  'loss',
  'mae',
  'mape',
  'mase',
  'mdape',
  'mse',
  'msle',
  'perplexity',
  'ppl',
  'rmse',
  'rmsle',
  'smape',
  'ter',
  'time_to_first_token',
  'wape',
  'wer',
];
const DIRECTIONS = new Map<string, MetricDirection>([
  ...HIGHER.map(name => [name, 'higher-is-better'] as const),
  ...LOWER.map(name => [name, 'lower-is-better'] as const),
]);

/** `Top-1 accuracy`, `top_1_accuracy` and `top1Accuracy` read alike. */
function words(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLocaleLowerCase('en-US')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function directionOf(parts: string[]): MetricDirection | undefined {
  // The last word that is known decides, with as many before it as are known
  // together: `top-5 error` is an error, `error rate` a rate of errors.
  for (let end = parts.length; end > 0; end--) {
    for (let start = 0; start < end; start++) {
      const run = parts.slice(start, end);
      const found =
        DIRECTIONS.get(run.join('_')) ?? DIRECTIONS.get(run.join(''));
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * Which way a figure is better: as its entry says, else by its name (`f1`,
 * `macro F1` and `F1@0.5` alike), else undefined.
 *
 * @public
 */
export function metricDirection(
  metric: Pick<MlModelMetric, 'name' | 'direction'>,
): MetricDirection | undefined {
  if (metric.direction) return metric.direction;
  // What stands after `at` is a condition: `recall at 1 % FPR` is a recall.
  const [figure] = metric.name.split(/@|[\s_-]at[\s_-]/i);
  return directionOf(words(figure)) ?? directionOf(words(metric.name));
}

/** A figure of two versions beside each other. @public */
export interface MetricComparison {
  name: string;
  unit?: string;
  dataset?: string;
  slice?: string;
  direction?: MetricDirection;
  before?: number;
  after?: number;
  /** Where the figures were published, as the entity says: not yet checked. */
  beforeSource?: string;
  afterSource?: string;
  /** `after - before`, where both are there. */
  difference?: number;
  /** What the difference means; `unknown` where a figure or its direction is. */
  verdict: 'better' | 'worse' | 'same' | 'unknown';
}

function metricKey(metric: MlModelMetric): string {
  return JSON.stringify([
    metric.name,
    metric.dataset ?? '',
    metric.slice ?? '',
    metric.unit ?? '',
  ]);
}

function judge(
  difference: number | undefined,
  direction: MetricDirection | undefined,
): MetricComparison['verdict'] {
  if (difference === undefined) return 'unknown';
  if (difference === 0) return 'same';
  if (!direction) return 'unknown';
  return difference > 0 === (direction === 'higher-is-better')
    ? 'better'
    : 'worse';
}

/**
 * Compares the figures of two versions. Only figures of the same metric,
 * dataset, slice and unit are held against each other.
 *
 * @public
 */
export function compareMetrics(
  before: MlModelVersion,
  after: MlModelVersion,
): MetricComparison[] {
  const beforeByKey = new Map(
    (before.metrics ?? []).map(m => [metricKey(m), m]),
  );
  const afterByKey = new Map((after.metrics ?? []).map(m => [metricKey(m), m]));
  return [...new Set([...afterByKey.keys(), ...beforeByKey.keys()])].map(
    key => {
      const old = beforeByKey.get(key);
      const current = afterByKey.get(key);
      const metric = (current ?? old)!;
      const direction = metricDirection({
        name: metric.name,
        direction: current?.direction ?? old?.direction,
      });
      const difference = old && current ? current.value - old.value : undefined;
      return {
        name: metric.name,
        unit: metric.unit,
        dataset: metric.dataset,
        slice: metric.slice,
        direction,
        before: old?.value,
        after: current?.value,
        beforeSource: old?.source,
        afterSource: current?.source,
        difference,
        verdict: judge(difference, direction),
      };
    },
  );
}
