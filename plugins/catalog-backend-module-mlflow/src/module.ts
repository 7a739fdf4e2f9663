import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  RegistryClient,
  createRegistryProviders,
} from '@airworthy/plugin-ml-models-node';
import { MlflowApi } from './api/MlflowApi';
import { readMlflowConfig } from './config';
import { MlflowSource } from './MlflowSource';

const TYPE = 'mlflow';

/**
 * Reads the models of MLflow registries into the catalog.
 *
 * @public
 */
export const catalogModuleMlflow = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'mlflow',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, lifecycle, ...services }) {
        const providers = readMlflowConfig(config).map(({ common, own }) => {
          const title = `MLflow "${common.instance}"`;
          const client = new RegistryClient(title, common.http);
          lifecycle.addShutdownHook(() => client.close());
          const source = new MlflowSource({
            registry: { type: TYPE, instance: common.instance },
            title,
            api: new MlflowApi(client),
            uiUrl: own.uiUrl ?? common.http.baseUrl.href,
            filters: own.filters,
          });
          return { source, config: common, ...services };
        });
        catalog.addEntityProvider(createRegistryProviders(TYPE, providers));
      },
    });
  },
});
