import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiMedalLine } from '@remixicon/react';
import { apiExtensions } from './api/extensions';
import { entityExtensions } from './entity/extensions';
import { overviewExtensions } from './overview/extensions';
import {
  campaignsRouteRef,
  modelsRouteRef,
  rootRouteRef,
  rubricRouteRef,
  templateRouteRef,
} from './routes';

/** Scorecards, journey, assessments and rollups of machine-learning models. @public */
export const mlMaturityPlugin = createFrontendPlugin({
  pluginId: 'ml-maturity',
  title: 'ML maturity',
  icon: <RiMedalLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    models: modelsRouteRef,
    campaigns: campaignsRouteRef,
    rubric: rubricRouteRef,
  },
  externalRoutes: { template: templateRouteRef },
  extensions: [...apiExtensions, ...entityExtensions, ...overviewExtensions],
});
