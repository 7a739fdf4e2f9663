import { JSX } from 'react';
import { Entity } from '@backstage/catalog-model';
import { coreApis } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { configure } from '@testing-library/react';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { templateRouteRef } from '../routes';
import { FakeMaturity, flightDelay } from './maturity';

// A whole app with a table of many rows takes a while on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

interface Options {
  maturity?: FakeMaturity;
  entity?: Entity;
  /** What else the catalog holds. */
  others?: Entity[];
  /** Query of the address. */
  query?: string;
}

/** Renders a part of an entity's page with a maturity backend in memory. */
export function renderMaturity(element: JSX.Element, options: Options = {}) {
  const maturity = options.maturity ?? new FakeMaturity();
  const app = renderInTestApp(
    <EntityProvider entity={options.entity ?? flightDelay}>
      {element}
    </EntityProvider>,
    {
      apis: [
        [catalogApiRef, catalogApiMock({ entities: options.others ?? [] })],
        [mlMaturityApiRef, maturity.client],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
      initialRouteEntries: [`/?${options.query ?? ''}`],
    },
  );
  const history = app.apis.get(coreApis.appHistory)!;
  return {
    maturity,
    query: () => new URLSearchParams(history.getSnapshot().location.search),
  };
}
