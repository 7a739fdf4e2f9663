import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { CatalogApi } from '@backstage/catalog-client';
import { useApi, useApiHolder } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { taskTitle } from '@airworthy/plugin-ml-models-common';
import { FilterOption } from '@airworthy/plugin-ml-models-react';
import { FilterDefinition, ListDefinition } from './definitions';

// More than a reader looks through; the search field finds the others.
const MAX_OPTIONS = 500;
// Titles are asked for by one request, which should stay small.
const MAX_TITLES = 200;

/** What the filters of a list offer. */
export interface FilterOptions {
  byFilter: Readonly<Record<string, FilterOption[]>>;
}

interface Facet {
  value: string;
  count: number;
}

/** One request for the fields of the listed entities themselves, and one for each kind of related ones. */
async function readFacets(
  catalogApi: CatalogApi,
  definition: ListDefinition,
): Promise<Record<string, Facet[]>> {
  const own = definition.filters.filter(({ via }) => !via);
  const related = definition.filters.filter(({ via }) => via);
  const answers = await Promise.all([
    catalogApi.getEntityFacets({
      query: definition.predicate,
      facets: own.map(({ field }) => field),
    }),
    ...related.map(({ field, via }) =>
      catalogApi.getEntityFacets({ query: via!.predicate, facets: [field] }),
    ),
  ]);
  const facets = Object.assign({}, ...answers.map(answer => answer.facets));
  return Object.fromEntries(
    definition.filters.map(({ id, field }) => [id, facets[field] ?? []]),
  );
}

/** The name for people of a plain value. */
export function valueTitle(filterId: string, value: string): string {
  return filterId === 'task' ? taskTitle(value) : value;
}

/**
 * Reads what the filters can offer, with how many entities have each value.
 * Not before it may start: the rows come first, and counting takes the catalog
 * longer than reading a page.
 */
export function useFilterOptions(definition: ListDefinition, start: boolean) {
  const catalogApi = useApi(catalogApiRef);
  const presentationApi = useApiHolder().get(entityPresentationApiRef);

  return useAsyncRetry<FilterOptions | undefined>(async () => {
    if (!start) return undefined;
    const titleOf = async (
      { id, refKind }: FilterDefinition,
      value: string,
      withTitle: boolean,
    ) => {
      if (!refKind) return valueTitle(id, value);
      const context = { defaultKind: refKind };
      return withTitle && presentationApi
        ? (await presentationApi.forEntity(value, context).promise).primaryTitle
        : entityPresentationSnapshot(value, context).primaryTitle;
    };

    const facets = await readFacets(catalogApi, definition);
    const entries = await Promise.all(
      definition.filters.map(async filter => {
        const options = await Promise.all(
          [...facets[filter.id]]
            .sort((a, b) => b.count - a.count)
            .slice(0, MAX_OPTIONS)
            .map(async ({ value, count }, index) => ({
              value,
              count,
              label: await titleOf(filter, value, index < MAX_TITLES),
            })),
        );
        options.sort((a, b) =>
          a.label.localeCompare(b.label, undefined, { numeric: true }),
        );
        return [filter.id, options] as const;
      }),
    );
    return { byFilter: Object.fromEntries(entries) };
  }, [catalogApi, presentationApi, definition, start]);
}
