import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiBrainLine } from '@remixicon/react';
import { explorerExtensions } from './explorer/extensions';
import { entityExtensions } from './entity/extensions';
import { iconExtensions } from './icons';
import { searchExtensions } from './search/extensions';
import {
  createFromTemplateRouteRef,
  deploymentsRouteRef,
  registerRouteRef,
  rootRouteRef,
  searchRouteRef,
} from './routes';

/** Models and deployments in the portal: explorer, entity pages, search result. @public */
export const mlModelsPlugin = createFrontendPlugin({
  pluginId: 'ml-models',
  title: 'ML models',
  icon: <RiBrainLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, deployments: deploymentsRouteRef },
  externalRoutes: {
    register: registerRouteRef,
    createFromTemplate: createFromTemplateRouteRef,
    search: searchRouteRef,
  },
  extensions: [
    ...explorerExtensions,
    ...entityExtensions,
    ...searchExtensions,
    ...iconExtensions,
  ],
});
