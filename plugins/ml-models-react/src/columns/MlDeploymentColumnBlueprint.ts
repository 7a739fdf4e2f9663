import { createExtensionBlueprint } from '@backstage/frontend-plugin-api';
import { z } from 'zod';
import { createMlColumn, mlColumnDataRef } from './mlColumnDataRef';
import { MlColumnParams } from './types';

/**
 * Adds a column to the table of deployments, such as one that another plugin computes.
 *
 * @remarks
 *
 * The column fetches for the whole page at once in its `Provider`. One that
 * fails says so in its own cells; the table stays.
 *
 * @public
 */
export const MlDeploymentColumnBlueprint = createExtensionBlueprint({
  kind: 'ml-deployment-column',
  attachTo: { id: 'sub-page:ml-models/deployments', input: 'columns' },
  output: [mlColumnDataRef],
  dataRefs: { column: mlColumnDataRef },
  configSchema: {
    title: z.string().min(1).optional(),
  },
  *factory(params: MlColumnParams, { config, node }) {
    yield mlColumnDataRef(createMlColumn(params, node, config.title));
  },
});
