import { Entity } from '@backstage/catalog-model';
import {
  isProductionDeployment,
  liveVariants,
  readMlDeployment,
} from '@airworthy/plugin-ml-models-common';

/**
 * The version that takes the most live traffic, summed over the deployments in
 * production; of equal ones the first by name.
 */
export function servingVersion(deployments: Entity[]): string | undefined {
  const traffic = new Map<string, number>();
  for (const deployment of deployments.map(readMlDeployment)) {
    if (!isProductionDeployment(deployment)) continue;
    for (const variant of liveVariants(deployment)) {
      traffic.set(
        variant.version,
        (traffic.get(variant.version) ?? 0) + variant.traffic,
      );
    }
  }
  const ranked = [...traffic].sort(
    ([nameA, a], [nameB, b]) => b - a || nameA.localeCompare(nameB),
  );
  return ranked[0]?.[0];
}
