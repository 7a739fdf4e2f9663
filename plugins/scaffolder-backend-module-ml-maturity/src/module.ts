import { MlMaturityClient } from '@airworthy/plugin-ml-maturity-common';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createAttestAction } from './attest/createAttestAction';

/**
 * Actions for templates that answer checks of maturity.
 *
 * @public
 */
export const scaffolderModuleMlMaturity = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'ml-maturity',
  register(reg) {
    reg.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
      },
      async init({ scaffolder, auth, catalog, discovery }) {
        const client = new MlMaturityClient({ discoveryApi: discovery });
        scaffolder.addActions(createAttestAction({ auth, catalog, client }));
      },
    });
  },
});
