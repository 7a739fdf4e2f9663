import {
  ReadableMlDeployment,
  isProductionDeployment,
} from '@airworthy/plugin-ml-models-common';

function startedAt({ spec }: ReadableMlDeployment): number {
  const started = Date.parse(spec.strategy?.startedAt ?? '');
  return Number.isNaN(started) ? -Infinity : started;
}

/**
 * The deployment whose rollout began last; where no start is known, one in
 * production before one elsewhere, then by name.
 */
export function newestRollout(
  deployments: ReadableMlDeployment[],
): ReadableMlDeployment | undefined {
  return [...deployments].sort((a, b) => {
    const [startA, startB] = [startedAt(a), startedAt(b)];
    return (
      (startA === startB ? 0 : startB - startA) ||
      Number(isProductionDeployment(b)) - Number(isProductionDeployment(a)) ||
      a.metadata.name.localeCompare(b.metadata.name)
    );
  })[0];
}
