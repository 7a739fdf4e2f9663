import { MlDeploymentClient } from '@airworthy/plugin-ml-deployment-common';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createAdviseAction } from './actions/advise';
import { createCatalogInfoAction } from './actions/catalogInfo';
import { createPlanAction } from './actions/plan';
import { createPromoteAction } from './actions/promote';
import { createRecordDecisionAction } from './actions/recordDecision';
import { createRenderAction } from './actions/render';
import { createValidateAction } from './actions/validate';
import { createWorkspaceFetchAction } from './actions/workspaceFetch';
import { createWorkspacePublishAction } from './actions/workspacePublish';
import { provideRepositories } from './repositories/provideRepositories';

/**
 * Adds the actions that templates release models with.
 *
 * @public
 */
export const scaffolderModuleMlDeployment = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'ml-deployment',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, discovery, scaffolder, ...deps }) {
        const api = new MlDeploymentClient({ discoveryApi: discovery });
        const repositories = provideRepositories(deps.config);
        scaffolder.addActions(
          createAdviseAction(),
          createPlanAction(deps),
          createRenderAction(),
          createValidateAction(),
          createPromoteAction(),
          createCatalogInfoAction(),
          createRecordDecisionAction({ api, auth }),
          createWorkspaceFetchAction({ repositories }),
          createWorkspacePublishAction({ ...deps, repositories }),
        );
      },
    });
  },
});
