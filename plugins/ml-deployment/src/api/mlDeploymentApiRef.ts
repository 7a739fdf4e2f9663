import { MlDeploymentApi } from '@airworthy/plugin-ml-deployment-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** Client of the deployment backend. @public */
export const mlDeploymentApiRef = createApiRef<MlDeploymentApi>().with({
  id: 'plugin.ml-deployment.client',
  pluginId: 'ml-deployment',
});
