import { CatalogApi } from '@backstage/catalog-client';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { ExplorerState } from '../state/explorerState';
import { ListQuery, buildQuery } from './buildQuery';
import { FilterId, ListDefinition } from './definitions';
import { MAX_RELATED, readRelatedRefs } from './readRelatedRefs';

/** The APIs that a list is read with. */
export interface ListApis {
  catalogApi: CatalogApi;
  identityApi: IdentityApi;
}

/** A filter that could not look through all that it is about. */
export interface CutFilter {
  id: FilterId;
  values: string[];
  seen: number;
  total: number;
}

/** A query with what there is to say about it. */
export interface ResolvedQuery {
  /** Undefined where nothing can match. */
  query?: ListQuery;
  cut: CutFilter[];
}

/** Finds out what the address leaves open (who the reader is, which deployments a filter means) and builds the query. */
export async function resolveQuery(
  { catalogApi, identityApi }: ListApis,
  definition: ListDefinition,
  state: ExplorerState,
  starredRefs: string[],
): Promise<ResolvedQuery> {
  const [identity, related] = await Promise.all([
    state.mine ? identityApi.getBackstageIdentity() : undefined,
    Promise.all(
      definition.filters
        .filter(({ id, via }) => via && state.filters[id])
        .map(async filter => ({
          id: filter.id,
          ...(await readRelatedRefs(
            catalogApi,
            filter,
            state.filters[filter.id],
          )),
        })),
    ),
  ]);
  return {
    query: buildQuery(definition, state, {
      ownershipRefs: identity?.ownershipEntityRefs,
      starredRefs,
      relatedRefs: Object.fromEntries(
        related.map(({ id, refs }) => [id, refs]),
      ),
    }),
    cut: related
      .filter(({ total }) => total > MAX_RELATED)
      .map(({ id, refs, total }) => ({
        id,
        values: state.filters[id],
        seen: refs.length,
        total,
      })),
  };
}
