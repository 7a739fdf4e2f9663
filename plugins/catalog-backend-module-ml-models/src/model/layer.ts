// Catalog model layers are alpha: this file alone uses them.
import {
  CatalogModelSources,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import {
  mlDeploymentJsonSchema,
  mlModelJsonSchema,
} from '@airworthy/plugin-ml-models-common';
import { annotations } from './annotations';
import { specSchema } from './specSchema';
import {
  deploymentRelationFields,
  modelRelationFields,
} from './relationFields';
import { relationPairs } from './relationPairs';

export { catalogModelExtensionPoint };

const mlModelsLayer = () =>
  createCatalogModelLayer({
    layerId: 'airworthy.dev/ml-models',
    builder: model => {
      model.addKind({
        group: 'airworthy.dev',
        names: { kind: 'MlModel', singular: 'mlmodel', plural: 'mlmodels' },
        description: 'A machine-learning model that a team builds or runs.',
        versions: [
          {
            name: 'v1alpha1',
            relationFields: modelRelationFields,
            schema: { jsonSchema: specSchema(mlModelJsonSchema()) },
          },
        ],
      });
      model.addKind({
        group: 'airworthy.dev',
        names: {
          kind: 'MlDeployment',
          singular: 'mldeployment',
          plural: 'mldeployments',
        },
        description: 'One model serving somewhere.',
        versions: [
          {
            name: 'v1alpha1',
            relationFields: deploymentRelationFields,
            schema: { jsonSchema: specSchema(mlDeploymentJsonSchema()) },
          },
        ],
      });
      relationPairs.forEach(pair => model.addRelationPair(pair));
      annotations.forEach(annotation => model.addAnnotation(annotation));
    },
  });

/** Registers the kinds with the catalog. */
export function addMlModelLayer(
  extensionPoint: typeof catalogModelExtensionPoint.T,
): void {
  extensionPoint.addModelSource(CatalogModelSources.static([mlModelsLayer()]));
}
