import { Entity } from '@backstage/catalog-model';
import { coreApis } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { configure } from '@testing-library/react';
import { mlMonitoringApiRef } from '../api/mlMonitoringApiRef';
import { MonitoringContent } from '../tab/MonitoringContent';
import { FakeMonitoring } from './FakeMonitoring';

// A whole app with charts and tables takes a while on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

export const DEPLOYMENT: Entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlDeployment',
  metadata: { name: 'flight-delay-production', namespace: 'default' },
  spec: {
    type: 'custom',
    environment: 'production',
    lifecycle: 'production',
    owner: 'group:default/ops',
    model: 'mlmodel:default/flight-delay',
    variants: [
      { name: 'stable', role: 'stable', version: '1', traffic: 90 },
      { name: 'canary', role: 'candidate', version: '2', traffic: 10 },
    ],
  },
};

/** The same under another name. */
export const named = (entity: Entity, name: string): Entity => ({
  ...entity,
  metadata: { ...entity.metadata, name },
});

interface Options {
  monitoring?: FakeMonitoring;
  entity?: Entity;
  /** Below the address of the tab, such as `/data?q=hour`. */
  path?: string;
  /**
   * Permissions that the reader does not have. Answers are remembered by
   * entity for all tests of a file, so such a test has an entity of its own.
   */
  denied?: string[];
}

/** Renders the tab with a monitoring backend in memory. */
export function renderMonitoring(options: Options = {}) {
  const monitoring = options.monitoring ?? new FakeMonitoring();
  const entity = options.entity ?? DEPLOYMENT;
  const name = entity.metadata.name;
  const entityPath = `/catalog/default/mldeployment/${name}`;
  const app = renderInTestApp(
    <EntityProvider entity={entity}>
      <MonitoringContent />
    </EntityProvider>,
    {
      apis: [
        [catalogApiRef, catalogApiMock({ entities: [] })],
        [mlMonitoringApiRef, monitoring.client],
        mockApis.permission({
          authorize: ({ permission }) =>
            options.denied?.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`${entityPath}/monitoring${options.path ?? ''}`],
    },
  );
  const history = app.apis.get(coreApis.appHistory)!;
  const location = () => history.getSnapshot().location;
  return {
    client: monitoring.client,
    /** Path below the entity's page. */
    path: () => location().pathname.slice(entityPath.length),
    query: () => new URLSearchParams(location().search),
  };
}
