import { createApiRef } from '@backstage/frontend-plugin-api';
import { MlColumn } from './types';

/** The statuses of deployments that the installed plugins show. @public */
export interface MlDeploymentStatusesApi {
  getStatuses(): MlColumn[];
}

/** Reference of {@link MlDeploymentStatusesApi}. @public */
export const mlDeploymentStatusesApiRef = createApiRef<MlDeploymentStatusesApi>(
  { id: 'plugin.ml-models.deployment-statuses' },
);
