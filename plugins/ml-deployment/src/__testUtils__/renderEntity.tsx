import { ReactNode } from 'react';
import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { configure } from '@testing-library/react';
import { mlDeploymentApiRef } from '../api/mlDeploymentApiRef';
import {
  advisorRouteRef,
  strategiesRouteRef,
  templateRouteRef,
} from '../routes';
import { FakeDeployment } from './FakeDeployment';

// A whole app takes a while on a busy machine.
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
  },
};

const template = (name: string): Entity => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, namespace: 'default' },
});

/** Renders a part of a deployment's page with a deployment backend in memory. */
export function renderEntity(
  content: ReactNode,
  deployment = new FakeDeployment(),
) {
  renderInTestApp(
    <EntityProvider entity={DEPLOYMENT}>{content}</EntityProvider>,
    {
      apis: [
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              template('promote-or-roll-back'),
              template('deploy-canary'),
              template('deploy-shadow'),
            ],
          }),
        ],
        [mlDeploymentApiRef, deployment.client],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
        '/ml-deployment/strategies': strategiesRouteRef,
        '/ml-deployment/advisor': advisorRouteRef,
      },
    },
  );
  return deployment.client;
}
