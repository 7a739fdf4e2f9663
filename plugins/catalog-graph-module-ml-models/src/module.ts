import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATIONS,
  ALL_RELATION_PAIRS,
  DefaultCatalogGraphApi,
  catalogGraphApiRef,
} from '@backstage/plugin-catalog-graph';
import { mlModelRelationPairs } from './relations';

/** What the graph knows, with the relations of models. */
export const catalogGraphApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogGraphApiRef,
      deps: {},
      factory: () =>
        new DefaultCatalogGraphApi({
          knownRelations: [...ALL_RELATIONS, ...mlModelRelationPairs.flat()],
          knownRelationPairs: [...ALL_RELATION_PAIRS, ...mlModelRelationPairs],
          defaultRelationTypes: { exclude: [] },
        }),
    }),
});

/** Draws the relations of models and deployments in the catalog graph. @public */
export const catalogGraphModuleMlModels = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [catalogGraphApi],
});
