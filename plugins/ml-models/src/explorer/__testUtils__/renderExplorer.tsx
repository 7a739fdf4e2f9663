import { CatalogApi } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import {
  ExtensionDefinition,
  coreApis,
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { JsonObject } from '@backstage/types';
import { configure } from '@testing-library/react';
import {
  MockStarredEntitiesApi,
  catalogApiRef,
  entityRouteRef,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { explorerExtensions } from '../extensions';
import { deploymentsRouteRef, rootRouteRef } from '../../routes';

// A whole app with a table of many rows takes a while on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

interface Options {
  entities?: Entity[];
  /** Instead of one that holds the entities. */
  catalogApi?: CatalogApi;
  path?: string;
  config?: JsonObject;
  /** What other plugins contribute. */
  contributed?: ExtensionDefinition[];
}

interface RenderedExplorer {
  unmount: () => void;
  navigate: (to: string) => void;
  goBack: () => void;
  /** The query of the address. */
  query: () => string;
  pathname: () => string;
}

/** The explorer in an app of its own. */
export function renderExplorer(options: Options = {}): RenderedExplorer {
  const catalogApi =
    options.catalogApi ?? catalogApiMock({ entities: options.entities });
  const plugin = createFrontendPlugin({
    pluginId: 'ml-models',
    routes: { root: rootRouteRef, deployments: deploymentsRouteRef },
    extensions: explorerExtensions,
  });
  const app = renderTestApp({
    features: [
      plugin,
      ...(options.contributed
        ? [
            createFrontendModule({
              pluginId: 'ml-models',
              extensions: options.contributed,
            }),
          ]
        : []),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config: options.config,
    initialRouteEntries: [options.path ?? '/ml-models/models'],
    apis: [
      [catalogApiRef, catalogApi],
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      mockApis.identity({
        userEntityRef: 'user:default/ada',
        ownershipEntityRefs: ['user:default/ada', 'group:default/growth'],
      }),
    ],
  });
  const history = app.apis.get(coreApis.appHistory)!;
  return {
    unmount: app.unmount,
    navigate: to => history.navigate(to),
    goBack: () => history.navigate(-1),
    query: () => history.getSnapshot().location.search,
    pathname: () => history.getSnapshot().location.pathname,
  };
}
