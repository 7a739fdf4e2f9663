import { coreApis, createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { configure } from '@testing-library/react';
import { mlMaturityApiRef } from '../../api/mlMaturityApiRef';
import {
  campaignsRouteRef,
  modelsRouteRef,
  rootRouteRef,
  rubricRouteRef,
} from '../../routes';
import { overviewExtensions } from '../extensions';
import { FakeOrganisation } from './organisation';

// A whole app takes a while on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

const group: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'air', namespace: 'default' },
  spec: { type: 'team', profile: { displayName: 'Air' }, children: [] },
};

/** The page in an app of its own, with a maturity backend in memory. */
export function renderOverview(
  path: string,
  organisation = new FakeOrganisation(),
) {
  const plugin = createFrontendPlugin({
    pluginId: 'ml-maturity',
    routes: {
      root: rootRouteRef,
      models: modelsRouteRef,
      campaigns: campaignsRouteRef,
      rubric: rubricRouteRef,
    },
    extensions: overviewExtensions,
  });
  const app = renderTestApp({
    features: [plugin],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [`/ml-maturity/${path}`],
    apis: [
      [catalogApiRef, catalogApiMock({ entities: [group] })],
      [mlMaturityApiRef, organisation.client],
    ],
  });
  const history = app.apis.get(coreApis.appHistory)!;
  return {
    organisation,
    query: () => new URLSearchParams(history.getSnapshot().location.search),
    pathname: () => history.getSnapshot().location.pathname,
  };
}
