import {
  RELATION_BASE_OF,
  RELATION_DEPLOYED_BY,
  RELATION_DERIVED_FROM,
  RELATION_TRAINED_BY,
  isDataset,
} from '@airworthy/plugin-ml-models-common';
import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  parseEntityRef,
} from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { LoadingState } from '../related/LoadingState';
import { targetsOf } from '../related/relations';
import { useEntitiesByRef } from '../related/useEntitiesByRef';
import { DatasetTable } from './DatasetTable';
import { LineageFlow } from './LineageFlow';

/** Where a model comes from and what comes of it. */
export const LineageContent = () => {
  const { entity } = useEntity();
  const needs = targetsOf(entity, RELATION_DEPENDS_ON);
  const pipelines = targetsOf(entity, RELATION_TRAINED_BY);
  const bases = targetsOf(entity, RELATION_DERIVED_FROM);
  const derived = targetsOf(entity, RELATION_BASE_OF);
  const deployments = targetsOf(entity, RELATION_DEPLOYED_BY);
  const dependants = targetsOf(entity, RELATION_DEPENDENCY_OF);
  const entities = useEntitiesByRef([
    ...needs,
    ...pipelines,
    ...bases,
    ...derived,
    ...deployments,
    ...dependants,
  ]);
  // What cannot be read may be a dataset: a Resource is shown among them.
  const mayBeDataset = (ref: string) => {
    const found = entities.get(ref);
    return found ? isDataset(found) : parseEntityRef(ref).kind === 'resource';
  };
  const datasets = needs.filter(mayBeDataset);
  return (
    <Flex direction="column" gap="4">
      <EntityInfoCard title="Lineage">
        <LoadingState entities={entities} what="the lineage">
          <LineageFlow
            entity={entity}
            entities={entities}
            sources={[
              { title: 'Base model', refs: bases },
              { title: 'Datasets', refs: datasets },
              { title: 'Training pipeline', refs: pipelines },
              {
                title: 'Other needs',
                refs: needs.filter(ref => !mayBeDataset(ref)),
                optional: true,
              },
            ]}
            uses={[
              { title: 'Derived models', refs: derived },
              { title: 'Deployments', refs: deployments },
              { title: 'Other users', refs: dependants, optional: true },
            ]}
          />
        </LoadingState>
      </EntityInfoCard>
      <EntityInfoCard title="Datasets">
        {datasets.length === 0 && !entities.loading ? (
          <Text as="p" color="secondary">
            The model names no dataset. Datasets go in spec.dependsOn of the
            entity, as resource:default/name.
          </Text>
        ) : (
          <LoadingState entities={entities} what="the datasets">
            <DatasetTable refs={datasets} entities={entities} />
          </LoadingState>
        )}
      </EntityInfoCard>
    </Flex>
  );
};
