import { Entity } from '@backstage/catalog-model';
import {
  CatalogCollatorEntityTransformer,
  defaultCatalogCollatorEntityTransformer,
} from '@backstage/plugin-search-backend-module-catalog';
import {
  ReadableMlDeployment,
  ReadableMlModel,
  isAiModelResource,
  isMlDeployment,
  isMlModel,
  readMlDeployment,
  readMlModel,
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

function modelText({ spec }: ReadableMlModel): (string | undefined)[] {
  return [
    spec.type && taskTitle(spec.type),
    spec.framework,
    spec.license,
    spec.baseModel,
    ...Object.values(spec.modelCard ?? {}),
    ...(spec.versions ?? []).flatMap(version => [
      version.version,
      version.description,
      ...(version.aliases ?? []),
      ...(version.metrics ?? []).map(metric => metric.dataset),
    ]),
  ];
}

function deploymentText({
  spec,
}: ReadableMlDeployment): (string | undefined)[] {
  return [
    spec.type,
    spec.environment,
    spec.model,
    spec.endpoint,
    spec.strategy?.type,
  ];
}

function searchText(
  first: string,
  entity: Entity,
  texts: (string | undefined)[],
): string {
  const all = [first, ...texts, ...(entity.metadata.tags ?? [])];
  return [...new Set(all.filter(Boolean))].join('\n');
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
  // One entity that cannot be read would end the indexing of all.
  if (isMlModel(entity)) {
    const model = readMlModel(entity);
    const fields: MlEntityDocument = {
      task: model.spec.type,
      framework: model.spec.framework,
      license: model.spec.license,
    };
    return {
      ...document,
      ...fields,
      text: searchText(document.text, entity, modelText(model)),
    };
  }
  if (isMlDeployment(entity)) {
    const deployment = readMlDeployment(entity);
    const fields: MlEntityDocument = {
      environment: deployment.spec.environment,
    };
    return {
      ...document,
      ...fields,
      text: searchText(document.text, entity, deploymentText(deployment)),
    };
  }
  return isAiModelResource(entity)
    ? { ...document, text: searchText(document.text, entity, []) }
    : document;
};
