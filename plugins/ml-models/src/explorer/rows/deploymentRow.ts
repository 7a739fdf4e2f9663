import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  MlDeploymentVariant,
  RELATION_DEPLOYS,
  readMlDeployment,
} from '@airworthy/plugin-ml-models-common';
import { relatedRefs } from './relatedRefs';

/** A deployment as the table shows it; what the entity does not say is undefined. */
export interface DeploymentRow {
  /** Reference of the entity. */
  id: string;
  entity: Entity;
  name: string;
  title: string;
  description?: string;
  tags: string[];
  models: string[];
  environment?: string;
  runtime?: string;
  owners: string[];
  systems: string[];
  lifecycle?: string;
  strategy?: string;
  state?: string;
  variants: MlDeploymentVariant[];
  rolloutAt?: string;
}

/** Reads what the table shows of a deployment. */
export function deploymentRow(entity: Entity): DeploymentRow {
  const { metadata } = entity;
  const { spec } = readMlDeployment(entity);
  return {
    id: stringifyEntityRef(entity),
    entity,
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    description: metadata.description,
    tags: metadata.tags ?? [],
    models: relatedRefs(entity, RELATION_DEPLOYS),
    environment: spec.environment,
    runtime: spec.type,
    owners: relatedRefs(entity, RELATION_OWNED_BY),
    systems: relatedRefs(entity, RELATION_PART_OF, 'system'),
    lifecycle: spec.lifecycle,
    strategy: spec.strategy?.type,
    state: spec.strategy?.state,
    variants: spec.variants ?? [],
    rolloutAt: spec.strategy?.startedAt,
  };
}
