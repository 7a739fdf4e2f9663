import { CatalogApi } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { ListQuery } from './buildQuery';
import { allOf, where } from './predicates';

/** Which part of a list to read. */
export interface PageStart {
  offset: number;
  limit: number;
  /** Where the page before ended; saves the catalog counting all rows again. */
  cursor?: string;
}

/** A part of a list. */
export interface PageOfEntities {
  items: Entity[];
  totalItems: number;
  nextCursor?: string;
}

async function readOrder(
  catalogApi: CatalogApi,
  query: ListQuery,
  { offset, limit, cursor }: PageStart,
): Promise<PageOfEntities> {
  const { predicate, fullTextFilter, fields, sort } = query;
  const { items, totalItems, pageInfo } = await catalogApi.queryEntities(
    cursor
      ? { cursor, limit, fields }
      : {
          query: predicate,
          fullTextFilter,
          fields,
          limit,
          offset,
          orderFields: { field: sort.field, order: sort.order },
        },
  );
  return { items, totalItems, nextCursor: pageInfo.nextCursor };
}

/**
 * The catalog leaves out entities without the field that it orders by; here
 * they follow after the others, by name.
 */
async function readOptionalOrder(
  catalogApi: CatalogApi,
  query: ListQuery,
  { offset, limit }: PageStart,
): Promise<PageOfEntities> {
  const { field } = query.sort;
  const withValue = await readOrder(
    catalogApi,
    {
      ...query,
      predicate: allOf(query.predicate, where(field, { $exists: true })),
    },
    { offset, limit },
  );
  const withoutValue = await readOrder(
    catalogApi,
    {
      ...query,
      predicate: allOf(query.predicate, where(field, { $exists: false })),
      sort: { id: 'name', field: 'metadata.name', order: 'asc' },
    },
    {
      offset: Math.max(0, offset - withValue.totalItems),
      // Nothing but the count where the page is full already.
      limit: limit - withValue.items.length,
    },
  );
  return {
    items: [...withValue.items, ...withoutValue.items],
    totalItems: withValue.totalItems + withoutValue.totalItems,
  };
}

/** Reads a part of a list by one request; two where rows without a value for the order come into it. */
export async function readPage(
  catalogApi: CatalogApi,
  query: ListQuery,
  start: PageStart,
): Promise<PageOfEntities> {
  return query.sort.optional
    ? readOptionalOrder(catalogApi, query, start)
    : readOrder(catalogApi, query, start);
}
