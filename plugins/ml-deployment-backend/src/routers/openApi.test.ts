import { IRouter } from 'express';
import { JsonObject } from '@backstage/types';
import { readOpenApi } from '@airworthy/plugin-ml-models-node';
import { PACKAGE_NAME } from '../packageName';
import { createRouter } from './createRouter';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** Routes of a router and of all routers within. */
function routesOf(router: IRouter): string[] {
  return router.stack.flatMap((layer: any) => {
    if (layer.route) {
      const path = String(layer.route.path).replace(/:(\w+)/g, '{$1}');
      return Object.keys(layer.route.methods).map(
        method => `${method} ${path}`,
      );
    }
    return layer.handle?.stack ? routesOf(layer.handle) : [];
  });
}

describe('the description of the API', () => {
  it('has every route, and no other', async () => {
    const router = createRouter({} as any);
    const { paths } = (await readOpenApi(PACKAGE_NAME)) as {
      paths: JsonObject;
    };
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item as JsonObject)
        .filter(method => METHODS.includes(method))
        .map(method => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(routesOf(router).sort());
  });
});
