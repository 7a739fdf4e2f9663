import { isProductionDeployment } from './production';
import { ReadableMlDeployment } from './readEntity';

function startedAt({ spec }: ReadableMlDeployment): number {
  const started = Date.parse(spec.strategy?.startedAt ?? '');
  return Number.isNaN(started) ? -Infinity : started;
}

/**
 * Of a model's deployments the one whose rollout began last; where no start is
 * known, one in production before one elsewhere, then by name.
 *
 * @public
 */
export function newestRollout(
  deployments: readonly ReadableMlDeployment[],
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
