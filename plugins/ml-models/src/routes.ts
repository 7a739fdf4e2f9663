import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();
/** The list of deployments. */
export const deploymentsRouteRef = createRouteRef();

/** Where a catalog file is registered. */
export const registerRouteRef = createExternalRouteRef({
  defaultTarget: 'catalog-import.importPage',
});
/** Where something new is made from a template. */
export const createFromTemplateRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});
/** The search over the whole portal. */
export const searchRouteRef = createExternalRouteRef({
  defaultTarget: 'search.root',
});
