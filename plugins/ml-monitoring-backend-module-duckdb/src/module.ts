import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mlMonitoringSourcesExtensionPoint } from '@airworthy/plugin-ml-monitoring-node';
import { readDuckDbConfig } from './config';
import { createTools } from './createTools';
import { readPrices } from './questions/modelHealth/prices';
import { DuckDbMonitoringSource } from './DuckDbMonitoringSource';

/**
 * Reads the health of deployments from their inference logs.
 *
 * @public
 */
export const mlMonitoringModuleDuckDb = createBackendModule({
  pluginId: 'ml-monitoring',
  moduleId: 'duckdb',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        sources: mlMonitoringSourcesExtensionPoint,
      },
      async init({ config, lifecycle, logger, sources }) {
        const tools = await createTools({
          config: readDuckDbConfig(config),
          logger,
        });
        lifecycle.addShutdownHook(() => tools.close());
        sources.addSources(
          new DuckDbMonitoringSource(tools, { prices: readPrices(config) }),
        );
      },
    });
  },
});
