import { MlMaturityClient } from '@airworthy/plugin-ml-maturity-common';
import {
  ApiBlueprint,
  ExtensionDefinition,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { mlMaturityApiRef } from './mlMaturityApiRef';

const clientApi = ApiBlueprint.make({
  params: define =>
    define({
      api: mlMaturityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new MlMaturityClient(apis),
    }),
});

export const apiExtensions: ExtensionDefinition[] = [clientApi];
