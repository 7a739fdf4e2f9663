import type { MlDeploymentSpec } from '@airworthy/plugin-ml-models-common';
import { FactList, LifecycleBadge } from '@airworthy/plugin-ml-models-react';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Badge } from '@backstage/ui';
import { CopyText } from './CopyText';
import { useMlDeployment } from './useMlDeployment';

function describeReplicas(scaling: MlDeploymentSpec['scaling']) {
  const { minReplicas, maxReplicas } = scaling ?? {};
  if (minReplicas === undefined && maxReplicas === undefined) return undefined;
  if (minReplicas === maxReplicas) return String(minReplicas);
  return `${minReplicas ?? 'unknown'} to ${maxReplicas ?? 'unknown'}`;
}

/** Where a deployment runs and how it is reached. */
export const DeploymentFactsCard = () => {
  const { spec } = useMlDeployment();
  return (
    <EntityInfoCard title="Deployment facts">
      <FactList
        facts={[
          {
            label: 'Environment',
            value: spec.environment && <Badge>{spec.environment}</Badge>,
          },
          {
            label: 'Lifecycle',
            value: spec.lifecycle && (
              <LifecycleBadge lifecycle={spec.lifecycle} />
            ),
          },
          { label: 'Runtime', value: spec.type },
          { label: 'Replicas', value: describeReplicas(spec.scaling) },
          {
            label: 'Endpoint',
            wide: true,
            value: spec.endpoint && (
              <CopyText text={spec.endpoint} label="Copy endpoint" />
            ),
          },
          { label: 'Accelerator', value: spec.scaling?.accelerator },
        ]}
      />
    </EntityInfoCard>
  );
};
