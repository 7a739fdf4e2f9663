import { MlDeploymentClient } from '@airworthy/plugin-ml-deployment-common';
import {
  ApiBlueprint,
  ExtensionDefinition,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { mlDeploymentApiRef } from './mlDeploymentApiRef';

const clientApi = ApiBlueprint.make({
  params: define =>
    define({
      api: mlDeploymentApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new MlDeploymentClient(apis),
    }),
});

export const apiExtensions: ExtensionDefinition[] = [clientApi];
