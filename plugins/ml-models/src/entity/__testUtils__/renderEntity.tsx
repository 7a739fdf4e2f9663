import { JSX } from 'react';
import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';

interface RenderEntityOptions {
  /** What else the catalog holds. */
  others?: Entity[];
  catalogApi?: typeof catalogApiRef.T;
  path?: string;
}

/** Renders a part of an entity's page with a catalog behind it. */
export function renderEntity(
  element: JSX.Element,
  entity: Entity,
  options: RenderEntityOptions = {},
) {
  const { others = [], path = '/' } = options;
  return renderInTestApp(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    {
      apis: [
        [
          catalogApiRef,
          options.catalogApi ?? catalogApiMock({ entities: others }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [path],
    },
  );
}
