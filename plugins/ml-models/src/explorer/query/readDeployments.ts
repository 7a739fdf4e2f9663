import { CatalogApi } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  RELATION_DEPLOYED_BY,
  isMlDeployment,
} from '@airworthy/plugin-ml-models-common';
import { DEPLOYMENT_FIELDS } from './definitions';

/** The most deployments of one model that a list reads. */
export const MAX_DEPLOYMENTS_PER_MODEL = 10;

/** The references of a model's deployments, in a stable order. */
export function deploymentRefs(model: Entity): string[] {
  return (model.relations ?? [])
    .filter(({ type }) => type === RELATION_DEPLOYED_BY)
    .map(({ targetRef }) => targetRef)
    .sort();
}

/** Reads the deployments of many models by one request; those that are not there are left out. */
export async function readDeployments(
  catalogApi: CatalogApi,
  models: Entity[],
  fields: string[] = [],
): Promise<Map<string, Entity>> {
  const refs = models.flatMap(model =>
    deploymentRefs(model).slice(0, MAX_DEPLOYMENTS_PER_MODEL),
  );
  if (!refs.length) return new Map();
  const { items } = await catalogApi.getEntitiesByRefs({
    entityRefs: [...new Set(refs)],
    fields: [...DEPLOYMENT_FIELDS, ...fields],
  });
  return new Map(
    items
      .filter(item => item !== undefined)
      .filter(isMlDeployment)
      .map(item => [stringifyEntityRef(item).toLocaleLowerCase('en-US'), item]),
  );
}
