import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  FactCollector,
  FactHistorySource,
  mlMaturityFactsExtensionPoint,
  mlMaturityHistoryExtensionPoint,
} from '@airworthy/plugin-ml-maturity-node';
import { mlMaturityPermissions } from '@airworthy/plugin-ml-maturity-common';
import { readMlMaturityConfig } from './config';
import { createServices } from './services/createServices';
import { createRouter } from './routers/createRouter';
import { scheduleHistoryImport } from './history/scheduleHistoryImport';
import { scheduleTasks } from './tasks/schedule';

/**
 * Rubrics, facts, scorecards, attestations and rollups of machine-learning
 * models.
 *
 * @public
 */
export const mlMaturityPlugin = createBackendPlugin({
  pluginId: 'ml-maturity',
  register(env) {
    const collectors: FactCollector[] = [];
    env.registerExtensionPoint(mlMaturityFactsExtensionPoint, {
      addCollectors: (...added) => collectors.push(...added),
    });
    const histories: FactHistorySource[] = [];
    env.registerExtensionPoint(mlMaturityHistoryExtensionPoint, {
      addSources: (...added) => histories.push(...added),
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
        catalog: catalogServiceRef,
        notifications: notificationService,
      },
      async init(deps) {
        const config = readMlMaturityConfig(deps.config);
        const services = await createServices({ ...deps, config, collectors });
        deps.permissionsRegistry.addPermissions(mlMaturityPermissions);
        deps.httpRouter.use(createRouter({ ...deps, ...services, config }));
        await scheduleTasks({ ...deps, ...services, config });
        deps.lifecycle.addShutdownHook(async () => {
          services.firstEvaluations.stop();
          await services.tasks.stop();
        });
        await scheduleHistoryImport({
          ...deps,
          ...services,
          config,
          histories,
        });
      },
    });
  },
});
