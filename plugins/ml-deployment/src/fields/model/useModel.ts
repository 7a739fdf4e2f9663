import {
  readMlDeployment,
  readMlModel,
} from '@airworthy/plugin-ml-models-common';
import { useLoad } from '@airworthy/plugin-ml-models-react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

const MOST_DEPLOYMENTS = 100;
const DEPLOYMENT_FIELDS = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.environment',
  'spec.lifecycle',
  'spec.variants',
  'spec.strategy.type',
  'spec.strategy.startedAt',
];

function canonical(ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'mlmodel' }));
  } catch {
    return ref;
  }
}

/** Reads a model, and what serves it now. */
export function useModel(ref: string | undefined) {
  const catalogApi = useApi(catalogApiRef);
  const key = ref ? canonical(ref) : undefined;
  const model = useLoad(key, async () => {
    const entity = await catalogApi.getEntityByRef(key!);
    return { entity: entity && readMlModel(entity) };
  });
  const deployments = useLoad(key, async () => {
    const { items } = await catalogApi.queryEntities({
      filter: { kind: 'MlDeployment', 'relations.deploys': key! },
      fields: DEPLOYMENT_FIELDS,
      limit: MOST_DEPLOYMENTS,
    });
    return items.map(readMlDeployment);
  });
  return { model, deployments };
}
