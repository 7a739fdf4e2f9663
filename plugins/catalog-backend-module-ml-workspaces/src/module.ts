import { WorkspaceRoot } from '@airworthy/plugin-ml-deployment-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { MlWorkspacesProvider } from './provider/MlWorkspacesProvider';

/**
 * Adds a provider of the repositories below `mlDeployment.workspaces.root`.
 *
 * @public
 */
export const catalogModuleMlWorkspaces = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'ml-workspaces',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, events, logger, scheduler }) {
        const root = WorkspaceRoot.fromConfig(config);
        if (!root) {
          logger.info(
            'Local repositories are off: mlDeployment.workspaces.root is not set',
          );
          return;
        }
        const schedule = scheduler.createScheduledTaskRunner({
          frequency: { minutes: 1 },
          timeout: { seconds: 50 },
        });
        catalog.addEntityProvider(
          new MlWorkspacesProvider({ events, logger, root, schedule }),
        );
      },
    });
  },
});
