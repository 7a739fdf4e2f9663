import {
  ReadableMlDeployment,
  isProductionDeployment,
} from '@airworthy/plugin-ml-models-common';

/** The version that users have now, and what says so. */
export interface StableVersion {
  version: string;
  deployment: ReadableMlDeployment;
}

const startOf = ({ spec }: ReadableMlDeployment) =>
  Date.parse(spec.strategy?.startedAt ?? '') || 0;

/**
 * The version of the stable variant of the deployment that was changed last;
 * deployments in production come before all others.
 */
export function findStableVersion(
  deployments: readonly ReadableMlDeployment[],
): StableVersion | undefined {
  const sorted = [...deployments].sort(
    (a, b) =>
      Number(isProductionDeployment(b)) - Number(isProductionDeployment(a)) ||
      startOf(b) - startOf(a),
  );
  for (const deployment of sorted) {
    const stable = deployment.spec.variants?.find(v => v.role === 'stable');
    if (stable) return { version: stable.version, deployment };
  }
  return undefined;
}
