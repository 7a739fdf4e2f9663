import { useApiHolder } from '@backstage/frontend-plugin-api';
import { mlDeploymentStatusesApiRef } from './mlDeploymentStatusesApiRef';
import { MlColumn } from './types';

const NONE: MlColumn[] = [];

/** The statuses of deployments that the installed plugins show; none where the explorer is not installed. @public */
export function useMlDeploymentStatuses(): MlColumn[] {
  return useApiHolder().get(mlDeploymentStatusesApiRef)?.getStatuses() ?? NONE;
}
