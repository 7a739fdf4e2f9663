import { Entity } from '@backstage/catalog-model';
import {
  CatalogCollatorEntityTransformer,
  defaultCatalogCollatorEntityTransformer,
} from '@backstage/plugin-search-backend-module-catalog';
import {
  MlDeploymentEntity,
  MlModelEntity,
  isMlDeployment,
  isMlModel,
  taskTitle,
} from '@airworthy/plugin-ml-models-common';

/** What search holds of a model or deployment beside every entity's fields. @public */
export interface MlEntityDocument {
  /** Task of a model, as a pipeline tag. */
  task?: string;
  framework?: string;
  license?: string;
  /** Environment of a deployment. */
  environment?: string;
}

function modelText({ spec, metadata }: MlModelEntity): string[] {
  return [
    taskTitle(spec.type),
    spec.framework,
    spec.license,
    ...(metadata.tags ?? []),
    ...Object.values(spec.modelCard ?? {}),
    ...(spec.versions ?? []).flatMap(v => [
      v.description,
      ...(v.aliases ?? []),
      ...(v.metrics ?? []).map(m => m.dataset),
    ]),
  ].filter((text): text is string => typeof text === 'string');
}

function deploymentText({ spec, metadata }: MlDeploymentEntity): string[] {
  return [
    spec.type,
    spec.environment,
    spec.model,
    spec.strategy?.type,
    ...(metadata.tags ?? []),
  ].filter((text): text is string => typeof text === 'string');
}

function distinct(texts: string[]): string {
  return [...new Set(texts)].join('\n');
}

/**
 * The search document of an entity. For kinds of ours it holds the model card
 * and the fields that the search result shows; other entities get the
 * catalog's own document.
 *
 * @public
 */
export const transformMlEntity: CatalogCollatorEntityTransformer = (
  entity: Entity,
) => {
  const document = defaultCatalogCollatorEntityTransformer(entity);
  if (isMlModel(entity)) {
    const fields: MlEntityDocument = {
      task: entity.spec.type,
      framework: entity.spec.framework,
      license: entity.spec.license,
    };
    return {
      ...document,
      ...fields,
      text: distinct([document.text, ...modelText(entity)]),
    };
  }
  if (isMlDeployment(entity)) {
    const fields: MlEntityDocument = { environment: entity.spec.environment };
    return {
      ...document,
      ...fields,
      text: distinct([document.text, ...deploymentText(entity)]),
    };
  }
  return document;
};
