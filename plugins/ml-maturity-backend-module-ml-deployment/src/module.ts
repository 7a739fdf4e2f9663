import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { MlDeploymentClient } from '@airworthy/plugin-ml-deployment-common';
import { ML_DEPLOYMENT_DECISION_TOPIC } from '@airworthy/plugin-ml-deployment-node';
import { MlMaturityClient } from '@airworthy/plugin-ml-maturity-common';
import {
  DeploymentListener,
  mlMaturityFactsExtensionPoint,
} from '@airworthy/plugin-ml-maturity-node';
import { ReviewCollector } from './collector/ReviewCollector';

// Whoever decided is likely to look at the scorecard next.
const GATHER_MS = 3_000;

/**
 * Brings what was decided on the rollouts of a model to the maturity plugin,
 * and has a model judged again soon after a decision.
 *
 * @public
 */
export const maturityModuleMlDeployment = createBackendModule({
  pluginId: 'ml-maturity',
  moduleId: 'ml-deployment',
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
        const rollouts = new MlDeploymentClient({ discoveryApi });
        facts.addCollectors(new ReviewCollector({ ...deps, rollouts }));
        const listener = new DeploymentListener({
          ...deps,
          id: 'ml-maturity-deployment-decision',
          topic: ML_DEPLOYMENT_DECISION_TOPIC,
          what: 'that were decided on',
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
