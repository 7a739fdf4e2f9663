import type {
  HealthCheck,
  ModelHealth,
  ModelQuality,
  TimeWindow,
} from '../api/types';
import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import { CheckedFigure, JudgedDeployment, judgeFigureOf } from './judge';
import { judgeDrift } from './judgeDrift';
import { registeredFigure } from './registered';

type Figure = Pick<
  CheckedFigure,
  'metric' | 'title' | 'unit' | 'value' | 'isEstimate'
> & {
  reason?: string;
};
type Classification = Extract<ModelQuality, { kind: 'classification' }>;

const DAY_MS = 86_400_000;

/** The class whose precision and recall count, where there is one. */
function positiveClass(
  { quality }: Classification,
  monitoring: MlMonitoringSpec,
) {
  const { classes } = quality;
  const declared = monitoring.inferenceLog?.positiveLabel;
  const names =
    declared !== undefined ? [String(declared)] : ['1', 'true', 'True'];
  if (declared === undefined && classes.length !== 2) return undefined;
  return classes.find(one => names.includes(one.class));
}

function classificationFigures(
  answer: Classification,
  monitoring: MlMonitoringSpec,
): Figure[] {
  const { quality, ranking, calibration } = answer;
  const positive = positiveClass(answer, monitoring);
  const share = (metric: string, title: string, value?: number): Figure => ({
    metric,
    title,
    unit: 'share',
    value,
  });
  const figures = [
    share('accuracy', 'Accuracy', quality.accuracy.value),
    share('f1', 'F1', positive?.f1.value ?? quality.macro.f1),
    share(
      'precision',
      'Precision',
      positive?.precision.value ?? quality.macro.precision,
    ),
    share('recall', 'Recall', positive?.recall.value ?? quality.macro.recall),
  ];
  if (ranking) {
    figures.push(
      share('roc_auc', 'ROC AUC', ranking.rocAuc.value),
      share('pr_auc', 'PR AUC', ranking.prAuc),
    );
  }
  if (calibration) {
    figures.push(
      share(
        'expected_calibration_error',
        'Expected calibration error',
        calibration.expectedCalibrationError,
      ),
      share('brier', 'Brier score', calibration.brier),
      { ...share('log_loss', 'Log loss', calibration.logLoss), unit: '' },
    );
  }
  return figures;
}

function qualityFigures(
  quality: ModelQuality,
  monitoring: MlMonitoringSpec,
): Figure[] {
  if (quality.kind === 'classification') {
    return classificationFigures(quality, monitoring);
  }
  if (quality.kind === 'regression') {
    const { mae, rmse, mape, r2 } = quality.quality;
    return [
      { metric: 'mae', title: 'MAE', unit: '', value: mae.value },
      { metric: 'rmse', title: 'RMSE', unit: '', value: rmse.value },
      { metric: 'mape', title: 'MAPE', unit: 'share', value: mape },
      { metric: 'r2', title: 'R²', unit: '', value: r2 },
    ];
  }
  const { quality: estimate, check } = quality;
  const reason = check.calibrated
    ? 'estimated without labels'
    : check.reason ?? 'scores are no probabilities, so nothing is estimated';
  const estimated = (metric: string, title: string, value: number): Figure => ({
    metric,
    title: `${title}, estimated`,
    unit: 'share',
    value: check.calibrated ? value : null,
    reason,
    isEstimate: true,
  });
  return [
    estimated('roc_auc', 'ROC AUC', estimate.rocAuc),
    estimated('accuracy', 'Accuracy', estimate.accuracy),
    estimated('f1', 'F1', estimate.f1),
  ];
}

/** Losses against what the version is registered with. */
function lossesOf(figures: readonly Figure[], version: JudgedDeployment) {
  return figures.flatMap((figure): Figure[] => {
    const before = registeredFigure(version.stableVersion, figure.metric);
    if (before === undefined) return [];
    const { value, metric, title, unit, reason, isEstimate } = figure;
    const known = Number.isFinite(value) ? value! : null;
    const told = reason ?? `${before} at registration`;
    if (['mae', 'rmse', 'mape'].includes(metric)) {
      if (!(before > 0)) return [];
      return [
        {
          metric: `${metric}_increase_ratio`,
          title: `${title} against registration`,
          unit: 'times',
          value: known === null ? null : known / before,
          reason: told,
          isEstimate,
        },
      ];
    }
    return [
      {
        metric: `${metric}_drop`,
        title: `Loss of ${title}`,
        unit,
        value: known === null ? null : before - known,
        reason: told,
        isEstimate,
      },
    ];
  });
}

function labelFigures({ labels }: ModelHealth): Figure[] {
  if (!labels) return [];
  const { predictions, labelled, medianDelaySeconds } = labels;
  return [
    {
      metric: 'label_share',
      title: 'Predictions whose label has arrived',
      unit: 'share',
      value: predictions > 0 ? labelled / predictions : null,
      ...(predictions === 0 && { reason: 'no predictions in the window' }),
    },
    {
      metric: 'label_delay',
      title: 'Median delay of labels',
      unit: 's',
      value: medianDelaySeconds,
    },
  ];
}

function generationFigures({ generation }: ModelHealth): Figure[] {
  if (!generation) return [];
  const { timeToFirstTokenMs, finishReasons, tokensPerSecond } = generation;
  const finished = Object.values(finishReasons).reduce((a, b) => a + b, 0);
  // OpenAI and vLLM say `length`, Anthropic and Gemini `max_tokens`.
  const truncated = Object.entries(finishReasons)
    .filter(([reason]) => /^(length|max_tokens)$/i.test(reason))
    .reduce((total, [, count]) => total + count, 0);
  return [
    {
      metric: 'time_to_first_token_p95',
      title: '95th percentile of time to first token',
      unit: 'ms',
      value: timeToFirstTokenMs.p95,
    },
    {
      metric: 'truncated_share',
      title: 'Answers cut off by the token limit',
      unit: 'share',
      value: finished > 0 ? truncated / finished : null,
    },
    {
      metric: 'tokens_per_second',
      title: 'Tokens per second',
      unit: '1/s',
      value: tokensPerSecond,
    },
  ];
}

/** Whether a check would be known if only labels had come. */
function awaited(deployment: JudgedDeployment, answer: ModelHealth): Figure[] {
  const { labels, quality } = answer;
  if (!labels || quality) return [];
  const reason =
    labels.predictions === 0
      ? 'no predictions in the window'
      : 'no labels have arrived';
  const of = (metric: string, title: string): Figure => ({
    metric,
    title,
    unit: '',
    value: null,
    reason,
  });
  if (deployment.task === 'regression') {
    return [of('mae', 'MAE'), of('rmse', 'RMSE')];
  }
  return deployment.task === 'classification'
    ? [of('roc_auc', 'ROC AUC'), of('f1', 'F1'), of('accuracy', 'Accuracy')]
    : [];
}

/** Judges predictions and their quality. @public */
export function judgeModel(
  deployment: JudgedDeployment,
  answer: ModelHealth,
  window: TimeWindow,
): HealthCheck[] {
  const measured = answer.quality
    ? qualityFigures(answer.quality, deployment.monitoring)
    : awaited(deployment, answer);
  const figures = [
    ...measured,
    ...lossesOf(measured, deployment),
    ...labelFigures(answer),
    ...generationFigures(answer),
  ];
  const checks = figures.flatMap(figure =>
    judgeFigureOf(deployment, window, { ...figure, group: 'model' }),
  );
  if (answer.predictionDrift) {
    const of = {
      group: 'model' as const,
      feature: 'prediction',
      title: 'Drift of predictions',
    };
    checks.push(judgeDrift(deployment, window, of, answer.predictionDrift));
  }
  return checks;
}

/** Judges the age of the stable version, in days, where a limit is set. @public */
export function judgeModelAge(
  deployment: JudgedDeployment,
  window: TimeWindow,
): HealthCheck[] {
  const createdAt = deployment.stableVersion?.createdAt;
  const age = createdAt
    ? (Date.parse(window.to) - Date.parse(createdAt)) / DAY_MS
    : null;
  return judgeFigureOf(deployment, window, {
    group: 'model',
    metric: 'model_age_days',
    title: 'Age of the stable version',
    unit: 'days',
    value: age,
    ...(age === null && { reason: 'the model does not say when it was made' }),
  });
}

/** Judges how often a shadow or candidate agrees, where a limit is set. @public */
export function judgeAgreement(
  deployment: JudgedDeployment,
  of: { variant: string; share: number | null; pairs: number },
  window: TimeWindow,
): HealthCheck[] {
  return judgeFigureOf(deployment, window, {
    group: 'model',
    metric: 'agreement',
    title: `Agreement with the stable variant, ${of.variant}`,
    variant: of.variant,
    unit: 'share',
    value: of.pairs > 0 ? of.share : null,
    ...(of.pairs === 0 && { reason: 'no request was answered by both' }),
  });
}
