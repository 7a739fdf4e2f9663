import { useState } from 'react';
import {
  RELATION_DEPLOYED_BY,
  ReadableMlDeployment,
  isAiModelResource,
  isMlDeployment,
  readMlDeployment,
} from '@airworthy/plugin-ml-models-common';
import {
  FigureForm,
  FormSwitch,
  LifecycleBadge,
  TrafficBar,
} from '@airworthy/plugin-ml-models-react';
import {
  Entity,
  RELATION_DEPENDENCY_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Badge, Flex, Text } from '@backstage/ui';
import { RiBarChartHorizontalLine } from '@remixicon/react';
import { describeStrategy } from '../deployment/names';
import { LoadingState } from '../related/LoadingState';
import { RelatedName } from '../related/RelatedName';
import { targetsOf } from '../related/relations';
import { useEntitiesByRef } from '../related/useEntitiesByRef';
import { ModelTrafficTable } from './ModelTrafficTable';
import styles from './model.module.css';

/** A deployment of a model, or its reference where it cannot be read. */
export interface ModelDeployment {
  entityRef: string;
  deployment?: ReadableMlDeployment;
}

/** Production first, then by environment and name. */
function inOrder(a: ModelDeployment, b: ModelDeployment): number {
  const rank = ({ deployment }: ModelDeployment) => {
    const environment = deployment?.spec.environment;
    if (environment === 'production') return '0';
    return environment ? `1${environment}` : '2';
  };
  return (
    rank(a).localeCompare(rank(b)) || a.entityRef.localeCompare(b.entityRef)
  );
}

/** What serves a model; an `ai-model` Resource is served by Components that depend on it. */
function serversOf(entity: Entity): string[] {
  return targetsOf(
    entity,
    isAiModelResource(entity) ? RELATION_DEPENDENCY_OF : RELATION_DEPLOYED_BY,
  );
}

const DeploymentSummary = ({ spec }: Pick<ReadableMlDeployment, 'spec'>) => (
  <>
    <Flex gap="1" align="center" className={styles.badges}>
      {spec.environment && <Badge>{spec.environment}</Badge>}
      {spec.lifecycle && spec.lifecycle !== spec.environment && (
        <LifecycleBadge lifecycle={spec.lifecycle} />
      )}
    </Flex>
    <Text variant="body-small" color="secondary">
      {[spec.type, spec.strategy && describeStrategy(spec.strategy)]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  </>
);

const DeploymentItem = ({ entityRef, deployment }: ModelDeployment) => (
  <li className={styles.deployment}>
    <div className={styles.about}>
      <RelatedName entityRef={entityRef} entity={deployment} />
      {deployment && <DeploymentSummary spec={deployment.spec} />}
    </div>
    {deployment && isMlDeployment(deployment) && (
      <TrafficBar variants={deployment.spec.variants ?? []} />
    )}
  </li>
);

/** Where a model serves, with the split of traffic. */
export const ModelDeploymentsCard = () => {
  const { entity } = useEntity();
  const [form, setForm] = useState<FigureForm>('picture');
  const refs = serversOf(entity);
  const entities = useEntitiesByRef(refs);
  const deployments = refs
    .map(entityRef => {
      const found = entities.get(entityRef);
      return { entityRef, deployment: found && readMlDeployment(found) };
    })
    .sort(inOrder);
  return (
    <EntityInfoCard
      title={refs.length > 0 ? `Deployments (${refs.length})` : 'Deployments'}
      headerActions={
        deployments.some(item => item.deployment?.spec.variants) && (
          <FormSwitch
            form={form}
            onChange={setForm}
            pictureLabel="Bars"
            pictureIcon={<RiBarChartHorizontalLine aria-hidden />}
          />
        )
      }
    >
      {refs.length === 0 ? (
        <Text as="p" color="secondary" className={styles.about}>
          {isAiModelResource(entity)
            ? 'Nothing that serves this model depends on it in the catalog.'
            : `No deployment serves this model. One is an MlDeployment whose spec.model is ${stringifyEntityRef(
                entity,
              )}.`}
        </Text>
      ) : (
        <LoadingState entities={entities} what="the deployments">
          {form === 'picture' ? (
            <ul className={styles.deployments}>
              {deployments.map(item => (
                <DeploymentItem key={item.entityRef} {...item} />
              ))}
            </ul>
          ) : (
            <ModelTrafficTable deployments={deployments} />
          )}
        </LoadingState>
      )}
    </EntityInfoCard>
  );
};
