import { MlMonitoringApi } from '@airworthy/plugin-ml-monitoring-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** Client of the monitoring backend. @public */
export const mlMonitoringApiRef = createApiRef<MlMonitoringApi>().with({
  id: 'plugin.ml-monitoring.client',
  pluginId: 'ml-monitoring',
});
