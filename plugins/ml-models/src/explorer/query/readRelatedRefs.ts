import { CatalogApi } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { FilterDefinition } from './definitions';
import { allOf, where } from './predicates';

/**
 * The most related entities that one filter looks through. The catalog probes
 * the list once for every model, which takes seconds beyond this on SQLite.
 */
export const MAX_RELATED = 500;

/** The related entities that a filter stands for. */
export interface RelatedRefs {
  refs: string[];
  /** How many there are; more than `refs` where the limit cut them. */
  total: number;
}

/** Reads which related entities have one of the values, by one bounded request. */
export async function readRelatedRefs(
  catalogApi: CatalogApi,
  filter: FilterDefinition,
  values: string[],
): Promise<RelatedRefs> {
  const { items, totalItems } = await catalogApi.queryEntities({
    query: allOf(filter.via!.predicate, where(filter.field, { $in: values })),
    fields: ['kind', 'metadata.name', 'metadata.namespace'],
    orderFields: { field: 'metadata.name', order: 'asc' },
    limit: MAX_RELATED,
  });
  return {
    refs: items.map(entity =>
      stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
    ),
    total: totalItems,
  };
}
