import {
  FleetEntry,
  FleetPage,
  FleetQuery,
  HealthStatus,
  MlMonitoringApi,
} from '@airworthy/plugin-ml-monitoring-common';
import { coreApis, createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { configure } from '@testing-library/react';
import { mlMonitoringApiRef } from '../../api/mlMonitoringApiRef';
import { rootRouteRef } from '../../routes';
import { fleetExtensions } from '../extensions';

// A whole app takes a while on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

export function entryOf(
  name: string,
  status: HealthStatus,
  more: Partial<FleetEntry> = {},
): FleetEntry {
  return {
    entityRef: `mldeployment:default/${name}`,
    title: name,
    status,
    since: '2026-03-01T10:00:00.000Z',
    owner: 'group:default/air',
    environment: 'production',
    causes: [],
    checks: { ok: 0, warning: 0, critical: 0, unknown: 0, muted: 0 },
    hours: [],
    failingSources: 0,
    ...more,
  };
}

export function pageOf(
  items: FleetEntry[],
  more: Partial<FleetPage> = {},
): FleetPage {
  const count = (status: HealthStatus) =>
    items.filter(item => item.status === status).length;
  return {
    items,
    totalItems: items.length,
    statuses: {
      critical: count('critical'),
      warning: count('warning'),
      unknown: count('unknown'),
      ok: count('ok'),
    },
    facets: {
      owner: [{ value: 'group:default/air', count: items.length }],
      environment: [
        { value: 'production', count: items.length },
        { value: 'staging', count: 1 },
      ],
      system: [],
      lifecycle: [],
      model: [],
      type: [],
    },
    ...more,
  };
}

/** The fleet in an app of its own; `answer` is the backend. */
export function renderFleet(
  answer: (query: FleetQuery) => Promise<FleetPage>,
  path = '',
) {
  const getFleet = jest.fn((query: FleetQuery = {}) => answer(query));
  const plugin = createFrontendPlugin({
    pluginId: 'ml-monitoring',
    routes: { root: rootRouteRef },
    extensions: fleetExtensions,
  });
  const app = renderTestApp({
    features: [plugin],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [`/ml-monitoring${path}`],
    apis: [
      [catalogApiRef, catalogApiMock()],
      [mlMonitoringApiRef, { getFleet } as Partial<MlMonitoringApi> as any],
    ],
  });
  const history = app.apis.get(coreApis.appHistory)!;
  return {
    getFleet,
    query: () => history.getSnapshot().location.search,
  };
}
