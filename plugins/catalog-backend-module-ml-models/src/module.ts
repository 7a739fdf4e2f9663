import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { addMlModelLayer, catalogModelExtensionPoint } from './model/layer';
import { MlModelsProcessor } from './processor/MlModelsProcessor';

/** Adds the kinds `MlModel` and `MlDeployment` to the catalog. @public */
export const catalogModuleMlModels = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'ml-models',
  register(reg) {
    reg.registerInit({
      deps: {
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ model, processing }) {
        addMlModelLayer(model);
        processing.addProcessor(new MlModelsProcessor());
      },
    });
  },
});
