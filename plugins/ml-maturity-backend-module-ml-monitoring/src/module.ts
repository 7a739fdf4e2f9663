import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { MlMaturityClient } from '@airworthy/plugin-ml-maturity-common';
import {
  DeploymentListener,
  mlMaturityFactsExtensionPoint,
} from '@airworthy/plugin-ml-maturity-node';
import { MlMonitoringClient } from '@airworthy/plugin-ml-monitoring-common';
import { ML_MONITORING_STATUS_TOPIC } from '@airworthy/plugin-ml-monitoring-node';
import { MonitoringCollector } from './collector/MonitoringCollector';

// One cause often changes many deployments within moments.
const GATHER_MS = 30_000;

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
        const listener = new DeploymentListener({
          ...deps,
          id: 'ml-maturity-monitoring-status',
          topic: ML_MONITORING_STATUS_TOPIC,
          what: 'whose status changed',
          gatherMs: GATHER_MS,
          maturity: new MlMaturityClient({ discoveryApi }),
        });
        // The plugin answers requests only once it has started.
        lifecycle.addStartupHook(() => listener.start());
        lifecycle.addShutdownHook(() => listener.stop());
      },
    });
  },
});
