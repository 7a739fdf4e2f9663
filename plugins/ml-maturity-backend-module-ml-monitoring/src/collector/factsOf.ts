import { JsonObject } from '@backstage/types';
import { ReadableMlDeployment } from '@airworthy/plugin-ml-models-common';
import {
  DRIFT_TEST_TITLES,
  FleetEntry,
  HealthCheck,
  HealthStatus,
  compareStatus,
} from '@airworthy/plugin-ml-monitoring-common';

/** A deployment, and what monitoring says of it. */
export interface WatchedDeployment {
  deployment: ReadableMlDeployment;
  /** Absent where monitoring does not know it. */
  entry?: FleetEntry;
}

type Group = HealthCheck['group'];
type Groups = NonNullable<FleetEntry['groups']>;

const MISSING = ['missing_share', 'missing_share_increase'];
const UNUSUAL = ['out_of_range_share', 'unseen_category_share'];
const DRIFT = Object.keys(DRIFT_TEST_TITLES);
const QUALITY =
  /^(accuracy|f1|precision|recall|roc_auc|pr_auc|expected_calibration_error|brier|log_loss|mae|rmse|mape|r2)(_drop|_increase_ratio)?$/;

function worst(groups: readonly Groups[], group: Group): HealthStatus {
  const known = groups
    .map(one => one[group].status)
    .filter(status => status !== 'unknown');
  return known.sort(compareStatus)[0] ?? 'unknown';
}

// A window of the log itself is no training data.
function hasTrainingBaseline({ spec }: ReadableMlDeployment): boolean {
  const { path, from } = spec.monitoring?.baseline ?? {};
  return path !== undefined || from !== undefined;
}

// Where no source is named, no look is needed to know that nothing is watched.
function namesSource({ spec }: ReadableMlDeployment): boolean {
  const { inferenceLog, prometheus } = spec.monitoring ?? {};
  return inferenceLog !== undefined || prometheus !== undefined;
}

function ageOf(entries: readonly FleetEntry[], now: Date): number | undefined {
  const ages = entries.flatMap(({ freshAt }) =>
    freshAt === undefined
      ? []
      : Math.max(0, Math.round((now.getTime() - Date.parse(freshAt)) / 1_000)),
  );
  // One that has fallen silent is not made up for by another.
  return ages.length ? Math.max(...ages) : undefined;
}

/**
 * Facts of a model from those of its deployments that count.
 *
 * @remarks
 *
 * Nothing is known while monitoring has looked at none of those that name a
 * source. What one of them watches is watched; a status is the worst that is
 * known.
 */
export function factsOf(
  watched: readonly WatchedDeployment[],
  now: Date,
): JsonObject {
  const looked = watched.flatMap(({ deployment, entry }) =>
    entry?.groups ? [{ deployment, entry, groups: entry.groups }] : [],
  );
  const waits = watched.some(
    ({ deployment, entry }) => !entry?.groups && namesSource(deployment),
  );
  if (waits && !looked.length) return {};
  const groups = looked.map(one => one.groups);
  const names = (group: Group) =>
    groups.map(one => new Set(one[group].metrics));
  const isWatched = (group: Group, test: (metric: string) => boolean) =>
    names(group).some(metrics => [...metrics].some(test));
  const health = {
    serviceHealth: worst(groups, 'service'),
    dataHealth: worst(groups, 'data'),
    modelHealth: worst(groups, 'model'),
  };
  const dataFreshSeconds = ageOf(
    looked.map(({ entry }) => entry),
    now,
  );
  return {
    reported: Object.values(health).some(status => status !== 'unknown'),
    ...health,
    ...(dataFreshSeconds !== undefined && { dataFreshSeconds }),
    inputInvariants: names('data').some(
      metrics =>
        MISSING.some(name => metrics.has(name)) &&
        UNUSUAL.some(name => metrics.has(name)),
    ),
    driftReported: looked.some(
      ({ deployment, groups: { data } }) =>
        hasTrainingBaseline(deployment) &&
        data.metrics.some(name => DRIFT.includes(name)),
    ),
    latencyReported: isWatched('service', name => name.startsWith('latency_')),
    errorsReported: isWatched('service', name => name === 'error_ratio'),
    labelsReported: isWatched('model', name => QUALITY.test(name)),
  };
}
