import { CatalogApi } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { ListQuery } from '../query/buildQuery';
import { readPage } from '../query/readPage';

const PAGE_SIZE = 200;

/** The most rows of one file: what a browser holds with ease. */
export const MAX_EXPORT_ROWS = 50_000;

/** How far reading has come. */
export interface ReadProgress {
  done: number;
  total: number;
}

/** Reads the whole list page by page, up to {@link MAX_EXPORT_ROWS}. */
export async function* readAll(
  catalogApi: CatalogApi,
  query: ListQuery,
  signal: AbortSignal,
): AsyncGenerator<{ items: Entity[] } & ReadProgress> {
  let offset = 0;
  let cursor: string | undefined;
  for (;;) {
    signal.throwIfAborted();
    const page = await readPage(catalogApi, query, {
      offset,
      cursor,
      limit: Math.min(PAGE_SIZE, MAX_EXPORT_ROWS - offset),
    });
    signal.throwIfAborted();
    offset += page.items.length;
    cursor = page.nextCursor;
    yield { items: page.items, done: offset, total: page.totalItems };
    const atEnd = !page.items.length || offset >= page.totalItems;
    if (atEnd || offset >= MAX_EXPORT_ROWS) return;
  }
}
