import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { mlModelKindIcons } from './kindIcons';

/** How the catalog presents entities, with icons for the kinds of models. */
export const entityPresentationApi = ApiBlueprint.make({
  name: 'entity-presentation',
  params: defineParams =>
    defineParams({
      api: entityPresentationApiRef,
      deps: { catalogApi: catalogApiRef },
      factory: ({ catalogApi }) =>
        DefaultEntityPresentationApi.create({
          catalogApi,
          kindIcons: { ...mlModelKindIcons },
        }),
    }),
});

/** Gives models and deployments their icons in links, lists and the graph. @public */
export const catalogModuleMlModels = createFrontendModule({
  pluginId: 'catalog',
  extensions: [entityPresentationApi],
});
