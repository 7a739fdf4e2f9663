import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { MlMaturityClient } from '@airworthy/plugin-ml-maturity-common';
import { mlMaturityFactsExtensionPoint } from '@airworthy/plugin-ml-maturity-node';
import { MlMonitoringClient } from '@airworthy/plugin-ml-monitoring-common';
import { MonitoringCollector } from './collector/MonitoringCollector';
import { StatusListener } from './StatusListener';

/**
 * Brings what monitoring knows of a model's deployments to the maturity
 * plugin, and has a model judged again soon after the status of one changed.
 *
 * @public
 */
export const maturityModuleMlMonitoring = createBackendModule({
  pluginId: 'ml-maturity',
  moduleId: 'ml-monitoring',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discoveryApi: coreServices.discovery,
        events: eventsServiceRef,
        facts: mlMaturityFactsExtensionPoint,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ facts, lifecycle, discoveryApi, ...deps }) {
        const monitoring = new MlMonitoringClient({ discoveryApi });
        facts.addCollectors(new MonitoringCollector({ ...deps, monitoring }));
        const maturity = new MlMaturityClient({ discoveryApi });
        const listener = new StatusListener({ ...deps, maturity });
        // The plugin answers requests only once it has started.
        lifecycle.addStartupHook(() => listener.start());
        lifecycle.addShutdownHook(() => listener.stop());
      },
    });
  },
});
