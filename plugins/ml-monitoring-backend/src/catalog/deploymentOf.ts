import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  RELATION_DEPLOYS,
  ReadableMlDeployment,
  readMlDeployment,
} from '@airworthy/plugin-ml-models-common';
import { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import { relationTargets } from '@airworthy/plugin-ml-models-node';
import { KnownModel } from './ModelReader';

/** What lists know of a deployment from the catalog. */
export interface DeploymentFacts {
  title: string;
  owner?: string;
  system?: string;
  environment?: string;
  lifecycle?: string;
  model?: string;
  type?: string;
}

/** A deployment as the catalog has it. */
export interface CatalogDeployment {
  entity: ReadableMlDeployment;
  entityRef: string;
  facts: DeploymentFacts;
  isRetired: boolean;
}

function refOr(ref: string | undefined, kind: string): string | undefined {
  if (!ref) return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: kind, defaultNamespace: 'default' }),
    );
  } catch {
    return undefined;
  }
}

/** What the plugin reads of a deployment's entity. */
export function readDeployment(entity: Entity): CatalogDeployment {
  const readable = readMlDeployment(entity);
  const { spec, metadata } = readable;
  const related = (type: string) => relationTargets(entity, type)[0];
  const system = relationTargets(entity, RELATION_PART_OF).find(
    ref => parseEntityRef(ref).kind === 'system',
  );
  return {
    entity: readable,
    entityRef: stringifyEntityRef(entity),
    facts: {
      title: metadata.title ?? metadata.name,
      owner: related(RELATION_OWNED_BY) ?? refOr(spec.owner, 'group'),
      system: system ?? refOr(spec.system, 'system'),
      environment: spec.environment,
      lifecycle: spec.lifecycle,
      model: related(RELATION_DEPLOYS) ?? refOr(spec.model, 'mlmodel'),
      type: spec.type,
    },
    isRetired: spec.lifecycle?.toLocaleLowerCase('en-US') === 'retired',
  };
}

/** What sources are told of a deployment. */
export function toMonitored(
  { entity, entityRef, facts }: CatalogDeployment,
  model: Pick<KnownModel, 'task'>,
  monitoring = entity.spec.monitoring ?? {},
): MonitoredDeployment {
  return {
    entityRef,
    task: model.task,
    monitoring,
    variants: entity.spec.variants ?? [],
    runtime: entity.spec.type,
    names: {
      deployment: entity.metadata.name,
      model: facts.model && parseEntityRef(facts.model).name,
    },
  };
}
