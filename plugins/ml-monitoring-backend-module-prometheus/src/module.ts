import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mlMonitoringSourcesExtensionPoint } from '@airworthy/plugin-ml-monitoring-node';
import { createSources } from './createSources';

/**
 * Reads service health in Prometheus and alerts in Alertmanager.
 *
 * @public
 */
export const mlMonitoringModulePrometheus = createBackendModule({
  pluginId: 'ml-monitoring',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: mlMonitoringSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        sources.addSources(...createSources(config));
      },
    });
  },
});
