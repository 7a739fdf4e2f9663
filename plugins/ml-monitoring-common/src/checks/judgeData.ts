import type {
  DataHealth,
  FeatureHealth,
  HealthCheck,
  TimeWindow,
} from '../api/types';
import {
  CheckedFigure,
  JudgedDeployment,
  checkId,
  judgeFigureOf,
} from './judge';
import { judgeDrift } from './judgeDrift';

/** What of the inputs is judged. @public */
export type DataAspect = 'invariants' | 'drift';

const NO_ROWS = 'no rows in the window';

function typeChange(
  { feature, type, baselineType, rows }: FeatureHealth,
  window: TimeWindow,
): HealthCheck {
  const known = rows > 0 && type !== 'unknown';
  const changed =
    known &&
    baselineType !== undefined &&
    baselineType !== 'unknown' &&
    baselineType !== type;
  const check = {
    id: checkId({ group: 'data', metric: 'type_change', feature }),
    group: 'data' as const,
    title: `Type of ${feature}`,
    metric: 'type_change',
    feature,
    unit: '',
    window,
  };
  if (!known) {
    return {
      ...check,
      value: null,
      status: 'unknown',
      reason: rows === 0 ? NO_ROWS : 'no value tells the type',
    };
  }
  if (!changed) return { ...check, value: 0, status: 'ok' };
  return {
    ...check,
    value: 1,
    status: 'critical',
    reason: `${baselineType} in the baseline, ${type} now`,
  };
}

function difference(
  a: number | null | undefined,
  b: number | null | undefined,
): number | null {
  return typeof a === 'number' && typeof b === 'number' ? a - b : null;
}

function invariantsOf(
  health: FeatureHealth,
  hasBaseline: boolean,
): CheckedFigure[] {
  const { feature, type, rows } = health;
  const figure = (
    metric: string,
    title: string,
    value: number | null | undefined,
  ): CheckedFigure => ({
    group: 'data',
    metric,
    title: `${title}: ${feature}`,
    feature,
    unit: 'share',
    value: rows === 0 ? null : value,
    ...(rows === 0 && { reason: NO_ROWS }),
  });
  const figures = [
    figure('missing_share', 'Missing values', health.missingShare),
  ];
  if (type !== 'categorical') {
    figures.push(
      figure(
        'non_finite_share',
        'Infinite or not a number',
        health.nonFiniteShare,
      ),
    );
  }
  if (!hasBaseline) return figures;
  figures.push(
    figure(
      'missing_share_increase',
      'More missing values than in the baseline',
      difference(health.missingShare, health.baselineMissingShare),
    ),
  );
  if (type !== 'categorical') {
    figures.push(
      figure(
        'out_of_range_share',
        'Outside the range of the baseline',
        health.outOfRangeShare,
      ),
    );
  }
  if (type !== 'numeric') {
    figures.push(
      figure(
        'unseen_category_share',
        'Categories that the baseline lacks',
        health.unseenCategoryShare,
      ),
    );
  }
  // A figure that a source does not tell of this type of column is no check.
  return figures.filter(({ value, reason }) => value !== null || reason);
}

/** Judges one feature. @public */
export function judgeFeature(
  deployment: JudgedDeployment,
  health: FeatureHealth,
  window: TimeWindow,
  options: { hasBaseline: boolean; aspects?: readonly DataAspect[] },
): HealthCheck[] {
  const { aspects = ['invariants', 'drift'], hasBaseline } = options;
  const checks: HealthCheck[] = [];
  if (aspects.includes('invariants')) {
    if (hasBaseline) checks.push(typeChange(health, window));
    for (const figure of invariantsOf(health, hasBaseline)) {
      checks.push(...judgeFigureOf(deployment, window, figure));
    }
  }
  if (aspects.includes('drift') && health.drift) {
    const { feature } = health;
    const of = {
      group: 'data' as const,
      feature,
      title: `Drift of ${feature}`,
    };
    checks.push(judgeDrift(deployment, window, of, health.drift));
  }
  return checks;
}

/** Judges the inputs; a feature that is declared and not in the log is unknown. @public */
export function judgeData(
  deployment: JudgedDeployment,
  answer: DataHealth,
  window: TimeWindow,
  options: { aspects?: readonly DataAspect[] } = {},
): HealthCheck[] {
  const checks = answer.features.flatMap(feature =>
    judgeFeature(deployment, feature, window, {
      ...options,
      hasBaseline: answer.baseline !== undefined,
    }),
  );
  if (options.aspects && !options.aspects.includes('invariants')) return checks;
  const told = new Set(answer.features.map(({ feature }) => feature));
  const declared = deployment.monitoring.inferenceLog?.features ?? [];
  const source = answer.source.type;
  for (const feature of declared) {
    if (told.has(feature)) continue;
    checks.push({
      id: checkId({ group: 'data', metric: 'type_change', feature }),
      group: 'data',
      title: `Type of ${feature}`,
      metric: 'type_change',
      feature,
      value: null,
      unit: '',
      window,
      status: 'unknown',
      reason: `${source} has no column of this name`,
    });
  }
  return checks;
}

/**
 * Judges how old the newest data is at the end of a window, in seconds. With
 * no limit it is unknown once the window has no data at all.
 *
 * @public
 */
export function judgeDataAge(
  deployment: JudgedDeployment,
  answers: readonly Pick<DataHealth, 'freshAt' | 'rowsRead'>[],
  window: TimeWindow,
): HealthCheck {
  const newest = Math.max(
    ...answers.map(({ freshAt }) =>
      freshAt ? Date.parse(freshAt) : -Infinity,
    ),
  );
  const end = Date.parse(window.to);
  const age = Number.isFinite(newest) ? Math.max(0, end - newest) / 1000 : null;
  const silent =
    age === null || newest < Date.parse(window.from)
      ? 'no data in the window'
      : undefined;
  const figure = {
    group: 'data' as const,
    metric: 'data_age',
    title: 'Age of the newest data',
    unit: 's',
    value: age,
    ...(silent !== undefined && { reason: silent }),
  };
  const [judged] = judgeFigureOf(deployment, window, figure);
  return (
    judged ?? {
      ...figure,
      id: checkId(figure),
      window,
      status: silent === undefined ? 'ok' : 'unknown',
    }
  );
}
