import { createExtensionBlueprint } from '@backstage/frontend-plugin-api';
import { z } from 'zod';
import { createMlColumn, mlColumnDataRef } from './mlColumnDataRef';
import { MlColumnParams } from './types';

/**
 * Shows how a deployment is doing wherever deployments are listed: beside each
 * deployment in the table of models, and as a column of the table of
 * deployments.
 *
 * @public
 */
export const MlDeploymentStatusBlueprint = createExtensionBlueprint({
  kind: 'ml-deployment-status',
  attachTo: { id: 'api:ml-models/deployment-statuses', input: 'statuses' },
  output: [mlColumnDataRef],
  dataRefs: { column: mlColumnDataRef },
  configSchema: {
    title: z.string().min(1).optional(),
  },
  *factory(params: MlColumnParams, { config, node }) {
    yield mlColumnDataRef(createMlColumn(params, node, config.title));
  },
});
