import {
  HealthCheck,
  JudgedDeployment,
  SourceAnswer,
  SourceFailure,
  SourceResult,
  TimeWindow,
  judgeAgreement,
  judgeData,
  judgeDataAge,
  judgeModel,
  judgeModelAge,
  judgeService,
  mergeChecks,
} from '@airworthy/plugin-ml-monitoring-common';
import { MonitoringCapability } from '@airworthy/plugin-ml-monitoring-node';
import { KnownDeployment } from '../catalog/DeploymentReader';
import { EvaluationGroup } from '../config';
import { seenVariant } from '../panels/seenVariant';
import { Asking, SourceDesk } from '../sources/SourceDesk';
import { GroupState } from './groupStates';

/** What sources must answer for a group of checks. */
export const CAPABILITY_OF: Record<EvaluationGroup, MonitoringCapability> = {
  service: 'service',
  invariants: 'data',
  drift: 'data',
  model: 'model',
};

// Only figures of whole windows are judged.
const FEWEST_POINTS = 2;
// Tells of the catalog, not of data.
const MODEL_AGE = 'model_age_days';

/** What the sources say of a window. */
export interface WindowAnswer {
  checks: HealthCheck[];
  failures: SourceFailure[];
  /** How many sources answered. */
  answered: number;
  fresh: GroupState['fresh'];
  /** Metrics that a figure is known of, sorted. */
  metrics: string[];
}

function gather<T extends SourceAnswer>(
  results: readonly SourceResult<T>[],
  metrics: ReadonlySet<string>,
  judge: (answers: T[]) => HealthCheck[],
): WindowAnswer {
  const answers = results.flatMap(one => (one.ok ? [one.answer] : []));
  const checks = mergeChecks(judge(answers));
  return {
    checks,
    metrics: [...metrics].sort(),
    failures: results.flatMap(one => (one.ok ? [] : [one.failure])),
    answered: answers.length,
    fresh: answers.flatMap(({ source, freshAt }) =>
      freshAt
        ? [{ source: { type: source.type, name: source.name }, at: freshAt }]
        : [],
    ),
  };
}

/** Whether agreement of a shadow has a limit, so that it is worth the question. */
function shadowToJudge({ judged }: KnownDeployment) {
  const { variants, monitoring, config } = judged;
  const stable = variants.find(({ role }) => role === 'stable');
  const shadow = variants.find(({ role }) => role === 'shadow');
  const limits = [...(monitoring.thresholds ?? []), ...(config ?? [])];
  return stable && shadow && limits.some(({ metric }) => metric === 'agreement')
    ? { stable, candidate: shadow }
    : undefined;
}

/** Asks the sources of a deployment about a window, and judges what they say. */
export async function askWindow(
  desk: SourceDesk,
  deployment: KnownDeployment,
  group: EvaluationGroup,
  window: TimeWindow,
  asking: Asking,
): Promise<WindowAnswer> {
  const { monitored } = deployment;
  const metrics = new Set<string>();
  const judged: JudgedDeployment = {
    ...deployment.judged,
    onFigure: ({ metric, isEstimate }) => {
      if (!isEstimate && metric !== MODEL_AGE) metrics.add(metric);
    },
  };
  const { baseline, drift } = monitored.monitoring;
  const asked = { window, maxPoints: FEWEST_POINTS };
  if (group === 'service') {
    const results = await desk.ask(
      'service',
      monitored,
      asking,
      (source, signal) =>
        source.serviceHealth!(monitored, { ...asked, signal }),
    );
    return gather(results, metrics, answers =>
      answers.flatMap(answer => judgeService(judged, answer, window)),
    );
  }
  if (group === 'model') {
    const results = await desk.ask(
      'model',
      monitored,
      asking,
      (source, signal) =>
        source.modelHealth!(monitored, {
          ...asked,
          baseline,
          variant: seenVariant(monitored.variants),
          signal,
        }),
    );
    const agreement = await askAgreement(desk, deployment, window, asking);
    return gather(results, metrics, answers => [
      ...answers.flatMap(answer => judgeModel(judged, answer, window)),
      ...judgeModelAge(judged, window),
      ...agreement,
    ]);
  }
  const results = await desk.ask('data', monitored, asking, (source, signal) =>
    source.dataHealth!(monitored, {
      ...asked,
      baseline,
      ruleSet: drift?.ruleSet,
      aspects: [group],
      signal,
    }),
  );
  return gather(results, metrics, answers => {
    const checks = answers.flatMap(answer =>
      judgeData(judged, answer, window, { aspects: [group] }),
    );
    return group === 'invariants' && answers.length
      ? [...checks, judgeDataAge(judged, answers, window)]
      : checks;
  });
}

async function askAgreement(
  desk: SourceDesk,
  deployment: KnownDeployment,
  window: TimeWindow,
  asking: Asking,
): Promise<HealthCheck[]> {
  const pair = shadowToJudge(deployment);
  if (!pair) return [];
  const { monitored, judged } = deployment;
  const results = await desk.ask(
    'comparison',
    monitored,
    asking,
    (source, signal) =>
      source.comparison!(monitored, {
        ...pair,
        window,
        maxPoints: FEWEST_POINTS,
        signal,
      }),
  );
  return results.flatMap(result => {
    const agreement = result.ok ? result.answer.agreement : undefined;
    return agreement
      ? judgeAgreement(
          judged,
          {
            variant: pair.candidate.name,
            share: agreement.rate.value,
            pairs: agreement.pairs,
          },
          window,
        )
      : [];
  });
}
