import { Loaded, useLoad } from '@airworthy/plugin-ml-models-react';
import type {
  DeploymentQuery,
  MlMonitoringApi,
  RequestOptions,
} from '@airworthy/plugin-ml-monitoring-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { mlMonitoringApiRef } from '../../api/mlMonitoringApiRef';
import { useMonitoring } from '../monitoringContext';

/** Asks the question of the tab; anew when it changes or everything is read anew. */
export function usePanel<T>(
  name: string,
  read: (
    api: MlMonitoringApi,
    query: DeploymentQuery,
    options: RequestOptions,
  ) => Promise<T>,
): Loaded<T> {
  const api = useApi(mlMonitoringApiRef);
  const { query, tick } = useMonitoring();
  return useLoad(
    `${name} ${JSON.stringify(query)}`,
    signal => read(api, query, { signal }),
    tick,
  );
}
