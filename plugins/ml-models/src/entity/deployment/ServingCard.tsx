import {
  RELATION_DEPLOYS,
  readMlModel,
} from '@airworthy/plugin-ml-models-common';
import { TrafficBar } from '@airworthy/plugin-ml-models-react';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { LoadingState } from '../related/LoadingState';
import { RelatedName } from '../related/RelatedName';
import { targetsOf } from '../related/relations';
import { useEntitiesByRef } from '../related/useEntitiesByRef';
import { VariantTable } from './VariantTable';
import { useMlDeployment } from './useMlDeployment';

/** Which model a deployment serves, in which versions and to how many requests. */
export const ServingCard = () => {
  const deployment = useMlDeployment();
  const variants = deployment.spec.variants ?? [];
  const [modelRef] = targetsOf(deployment, RELATION_DEPLOYS);
  const entities = useEntitiesByRef(modelRef ? [modelRef] : []);
  const found = modelRef ? entities.get(modelRef) : undefined;
  return (
    <EntityInfoCard title="Serving">
      <Flex direction="column" gap="4">
        <LoadingState entities={entities} what="the model">
          <Text as="p">
            Model:{' '}
            {modelRef ? (
              <RelatedName entityRef={modelRef} entity={found} />
            ) : (
              deployment.spec.model ?? 'unknown'
            )}
          </Text>
        </LoadingState>
        <TrafficBar variants={variants} />
        {variants.length > 0 && (
          <VariantTable
            variants={variants}
            model={found && readMlModel(found)}
            isLoading={entities.loading}
          />
        )}
      </Flex>
    </EntityInfoCard>
  );
};
