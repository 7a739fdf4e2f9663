import type { HealthCheck, TimeWindow } from '../api/types';
import type { DriftAssessment } from '../drift/rules/assessDrift';
import { EffectiveThreshold, findThreshold } from '../status/defaults';
import { evaluateThreshold } from '../status/evaluateThreshold';
import { checkId, JudgedDeployment } from './judge';

/**
 * Judges drift: by the limits of the entity or the portal for the test, such
 * as `psi`, else by those of the rule set.
 *
 * @public
 */
export function judgeDrift(
  deployment: JudgedDeployment,
  window: TimeWindow,
  of: { group: 'data' | 'model'; feature: string; title: string },
  drift: DriftAssessment,
): HealthCheck {
  const { test, title, figure } = drift.plan;
  const below = figure === 'p-value';
  const own = findThreshold(
    {
      entity: deployment.monitoring.thresholds,
      config: deployment.config,
      task: deployment.task,
    },
    { metric: test, feature: of.feature },
  );
  const threshold: EffectiveThreshold | undefined = own
    ? { ...own, direction: own.direction ?? (below ? 'below' : 'above') }
    : drift.limits && {
        metric: test,
        warning: drift.limits.warning,
        critical: drift.limits.critical,
        direction: below ? 'below' : 'above',
        origin: 'default',
      };
  const value = drift.correctedPValue ?? drift.value;
  const known = Number.isFinite(value) ? value : null;
  const judged =
    own && drift.status !== 'unknown' && threshold
      ? evaluateThreshold(known, threshold)
      : drift.status;
  if (known !== null) {
    deployment.onFigure?.({ metric: test });
  }
  return {
    id: checkId({ group: of.group, metric: test, feature: of.feature }),
    group: of.group,
    title: `${of.title} (${title})`,
    metric: test,
    ...(of.group === 'data' && { feature: of.feature }),
    value: known,
    unit: below ? 'p' : '',
    ...(threshold && { threshold }),
    window,
    status: judged,
    ...(drift.reason !== undefined && { reason: drift.reason }),
  };
}
