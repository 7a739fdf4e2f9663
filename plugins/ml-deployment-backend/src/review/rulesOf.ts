import { RolloutStanding } from '@airworthy/plugin-ml-deployment-common';
import {
  MlMonitoringSpec,
  MlRolloutCheck,
  MlRolloutStopRule,
} from '@airworthy/plugin-ml-models-common';

/** The rules that a rollout is judged by. */
export interface RolloutRules {
  checks: MlRolloutCheck[];
  stopRules: MlRolloutStopRule[];
  /** What must be known besides. */
  unconfirmed: string[];
}

/** A figure that monitoring compared. */
export interface ComparedFigure {
  metric: string;
  better: 'lower' | 'higher' | 'neither';
}

const USUAL_ERRORS: MlRolloutCheck = {
  metric: 'error_ratio',
  measure: 'difference',
  limit: 0.01,
  direction: 'above',
  description:
    'Usual rule: fails no more often than the stable version, by one request in a hundred',
};

const USUAL_LATENCY: MlRolloutCheck = {
  metric: 'latency_p95',
  measure: 'ratio',
  limit: 1.2,
  direction: 'above',
  description: 'Usual rule: not slower than the stable version by a fifth',
};

/** Latency by the objective of the deployment, where it has one. */
function usualLatency({ thresholds = [] }: MlMonitoringSpec): MlRolloutCheck {
  const { metric } = USUAL_LATENCY;
  const own = thresholds.find(
    one => one.metric === metric && one.variant === undefined,
  );
  const limit = own?.warning ?? own?.critical;
  return limit === undefined
    ? USUAL_LATENCY
    : {
        metric,
        limit,
        direction: 'above',
        description:
          'Usual rule: within the limit that the deployment is monitored by',
      };
}

const USUAL_STOP_RULES: readonly MlRolloutStopRule[] = [
  {
    metric: 'error_ratio',
    limit: 0.05,
    direction: 'above',
    action: 'roll-back',
    description: 'Usual rule: back at once where one request in twenty fails',
  },
];

// By which quality is told where several figures are there.
const QUALITY = ['mae', 'rmse', 'roc_auc', 'accuracy'];
const WORSE_ALLOWED = 0.05;

function usualQuality(
  figures: readonly ComparedFigure[],
): MlRolloutCheck | undefined {
  const found = QUALITY.flatMap(
    metric => figures.find(figure => figure.metric === metric) ?? [],
  )[0];
  if (!found || found.better === 'neither') return undefined;
  const isLoss = found.better === 'lower';
  return {
    metric: found.metric,
    measure: 'ratio',
    limit: isLoss ? 1 + WORSE_ALLOWED : 1 - WORSE_ALLOWED,
    direction: isLoss ? 'above' : 'below',
    description:
      'Usual rule: where labels have come, not worse than the stable version by a twentieth',
  };
}

/**
 * The rules of the plan; where it has none for the phase, usual ones.
 *
 * @param figures - What monitoring compared.
 * @param monitoring - What the deployment says of its monitoring.
 */
export function rulesOf(
  { plan, phase }: Pick<RolloutStanding, 'plan' | 'phase'>,
  figures: readonly ComparedFigure[],
  monitoring: MlMonitoringSpec,
): RolloutRules {
  const planned = phase === undefined ? [] : plan?.phases?.[phase]?.checks;
  const stopRules = plan?.stopRules?.length
    ? plan.stopRules
    : [...USUAL_STOP_RULES];
  if (planned?.length) return { checks: planned, stopRules, unconfirmed: [] };
  const quality = usualQuality(figures);
  return {
    checks: [
      USUAL_ERRORS,
      usualLatency(monitoring),
      ...(quality ? [quality] : []),
    ],
    stopRules,
    unconfirmed:
      monitoring.labelDelay !== undefined && !quality
        ? ['quality on labels, of which monitoring tells nothing yet']
        : [],
  };
}
