import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiRocket2Line } from '@remixicon/react';
import { apiExtensions } from './api/extensions';
import { entityExtensions } from './entity/extensions';
import { fieldExtensions } from './fields/extensions';
import { pageExtensions } from './pages/extensions';
import {
  advisorRouteRef,
  rootRouteRef,
  strategiesRouteRef,
  targetsRouteRef,
  templateRouteRef,
} from './routes';

/** Strategies, advice and reviewed rollouts of machine-learning models. @public */
export const mlDeploymentPlugin = createFrontendPlugin({
  pluginId: 'ml-deployment',
  title: 'ML deployment',
  icon: <RiRocket2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    strategies: strategiesRouteRef,
    advisor: advisorRouteRef,
    targets: targetsRouteRef,
  },
  externalRoutes: { template: templateRouteRef },
  extensions: [
    ...apiExtensions,
    ...entityExtensions,
    ...pageExtensions,
    ...fieldExtensions,
  ],
});
