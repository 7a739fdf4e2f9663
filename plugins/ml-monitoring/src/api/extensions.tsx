import { MlMonitoringClient } from '@airworthy/plugin-ml-monitoring-common';
import {
  ApiBlueprint,
  ExtensionDefinition,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';

import { mlMonitoringApiRef } from './mlMonitoringApiRef';

const clientApi = ApiBlueprint.make({
  params: define =>
    define({
      api: mlMonitoringApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new MlMonitoringClient(apis),
    }),
});

export const apiExtensions: ExtensionDefinition[] = [clientApi];
