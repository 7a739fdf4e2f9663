import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiPulseLine } from '@remixicon/react';
import { apiExtensions } from './api/extensions';
import { healthExtensions } from './cards/extensions';
import { entityExtensions } from './entity/extensions';
import { fleetExtensions } from './fleet/extensions';
import { rootRouteRef } from './routes';

/** Service, data and model health of machine-learning deployments. @public */
export const mlMonitoringPlugin = createFrontendPlugin({
  pluginId: 'ml-monitoring',
  title: 'ML monitoring',
  icon: <RiPulseLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    ...apiExtensions,
    ...entityExtensions,
    ...fleetExtensions,
    ...healthExtensions,
  ],
});
