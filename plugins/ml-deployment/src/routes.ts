import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();
/** The strategies; below it, each by its type. */
export const strategiesRouteRef = createRouteRef();
/** The advisor, with the answers in the query. */
export const advisorRouteRef = createRouteRef();
/** Which target carries which strategy out. */
export const targetsRouteRef = createRouteRef();

/** The form of a scaffolder template. */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
