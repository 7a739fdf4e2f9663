import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiPulseLine } from '@remixicon/react';
import { apiExtensions } from './api/extensions';
import { entityExtensions } from './entity/extensions';

/** Service, data and model health of machine-learning deployments. @public */
export const mlMonitoringPlugin = createFrontendPlugin({
  pluginId: 'ml-monitoring',
  title: 'ML monitoring',
  icon: <RiPulseLine />,
  info: { packageJson: () => import('../package.json') },
  extensions: [...apiExtensions, ...entityExtensions],
});
