import { Entity } from '@backstage/catalog-model';
import { coreApis, createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { configure } from '@testing-library/react';
import { pageExtensions } from '../pages/extensions';
import {
  advisorRouteRef,
  rootRouteRef,
  strategiesRouteRef,
  targetsRouteRef,
  templateRouteRef,
} from '../routes';

// A whole app takes a while on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

const template = (name: string): Entity => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, namespace: 'default' },
});

/** The pages in an app of their own. */
export function renderPages(path: string) {
  const plugin = createFrontendPlugin({
    pluginId: 'ml-deployment',
    routes: {
      root: rootRouteRef,
      strategies: strategiesRouteRef,
      advisor: advisorRouteRef,
      targets: targetsRouteRef,
    },
    extensions: pageExtensions,
  });
  const app = renderTestApp({
    features: [plugin],
    mountedRoutes: {
      '/create/templates/:namespace/:templateName': templateRouteRef,
    },
    initialRouteEntries: [`/ml-deployment${path}`],
    apis: [
      [
        catalogApiRef,
        catalogApiMock({
          entities: [template('deploy-shadow'), template('deploy-canary')],
        }),
      ],
    ],
  });
  const history = app.apis.get(coreApis.appHistory)!;
  return {
    path: () => history.getSnapshot().location.pathname,
    query: () => new URLSearchParams(history.getSnapshot().location.search),
  };
}
