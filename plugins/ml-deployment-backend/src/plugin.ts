import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { mlDeploymentPermissions } from '@airworthy/plugin-ml-deployment-common';
import { readMlDeploymentConfig } from './config';
import { createRouter } from './routers/createRouter';
import { createServices } from './services/createServices';

/**
 * Advice, plans, manifests, reviews and decisions for rollouts of
 * machine-learning models.
 *
 * @public
 */
export const mlDeploymentPlugin = createBackendPlugin({
  pluginId: 'ml-deployment',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        rootConfig: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
        catalog: catalogServiceRef,
        events: eventsServiceRef,
        notifications: notificationService,
      },
      async init(deps) {
        const config = readMlDeploymentConfig(deps.rootConfig);
        const services = await createServices({ ...deps, config });
        deps.permissionsRegistry.addPermissions(mlDeploymentPermissions);
        deps.httpRouter.use(createRouter({ ...deps, ...services }));
      },
    });
  },
});
