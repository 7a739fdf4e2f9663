import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();
/** The ranked list of scorecards. */
export const modelsRouteRef = createRouteRef();
/** Campaigns, one of them open by the query. */
export const campaignsRouteRef = createRouteRef();
/** The rubric in force. */
export const rubricRouteRef = createRouteRef();

/** The form of a scaffolder template. */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
