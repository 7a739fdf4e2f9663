import { MlMaturityApi } from '@airworthy/plugin-ml-maturity-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** Client of the maturity backend. @public */
export const mlMaturityApiRef = createApiRef<MlMaturityApi>().with({
  id: 'plugin.ml-maturity.client',
  pluginId: 'ml-maturity',
});
