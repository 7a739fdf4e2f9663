import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The fleet. */
export const rootRouteRef = createRouteRef();
