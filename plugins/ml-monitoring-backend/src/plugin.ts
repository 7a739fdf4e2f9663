import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  MonitoringSource,
  mlMonitoringSourcesExtensionPoint,
} from '@airworthy/plugin-ml-monitoring-node';
import { mlMonitoringPermissions } from '@airworthy/plugin-ml-monitoring-common';
import { readMlMonitoringConfig } from './config';
import { createRouter } from './routers/createRouter';
import { createServices } from './services/createServices';
import { scheduleTasks } from './tasks/schedule';

/**
 * Service, data and model health of every deployed machine-learning model,
 * with its status and history.
 *
 * @public
 */
export const mlMonitoringPlugin = createBackendPlugin({
  pluginId: 'ml-monitoring',
  register(env) {
    const sources: MonitoringSource[] = [];
    env.registerExtensionPoint(mlMonitoringSourcesExtensionPoint, {
      addSources: (...added) => sources.push(...added),
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
        catalog: catalogServiceRef,
        events: eventsServiceRef,
        notifications: notificationService,
      },
      async init(deps) {
        const config = readMlMonitoringConfig(deps.config);
        const services = await createServices({ ...deps, config, sources });
        deps.permissionsRegistry.addPermissions(mlMonitoringPermissions);
        deps.httpRouter.use(createRouter({ ...deps, ...services, config }));
        await scheduleTasks({ ...deps, ...services, config });
      },
    });
  },
});
