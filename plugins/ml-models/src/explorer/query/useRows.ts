import { useCallback, useMemo, useRef } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Entity } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ExplorerState } from '../state/explorerState';
import { ListDefinition } from './definitions';
import { readPage } from './readPage';
import { CutFilter, resolveQuery } from './resolveQuery';
import { uniqueEntities } from './uniqueEntities';

/** The rows of a page as far as they are known. */
export interface Rows {
  entities: Entity[];
  totalItems: number;
  cut: CutFilter[];
}

/** Reads the rows that the state asks for; an answer that comes after a newer request is ignored. */
export function useRows(
  definition: ListDefinition,
  state: ExplorerState,
  starredRefs: string[],
) {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  const { page, size, ...rest } = state;
  const starred = state.starred ? starredRefs : [];
  const listKey = JSON.stringify([rest, size, starred]);

  // Where each page of the list that is shown begins, as far as pages were read.
  const cursors = useRef({ listKey, byPage: new Map<number, string>() });
  if (cursors.current.listKey !== listKey) {
    cursors.current = { listKey, byPage: new Map() };
  }

  const { value, error, loading, retry } = useAsyncRetry<Rows>(async () => {
    const { byPage } = cursors.current;
    const { query, cut } = await resolveQuery(
      { catalogApi, identityApi },
      definition,
      state,
      starred,
    );
    if (!query) return { entities: [], totalItems: 0, cut };
    const result = await readPage(catalogApi, query, {
      offset: page * size,
      limit: size,
      cursor: byPage.get(page),
    });
    if (result.nextCursor) byPage.set(page + 1, result.nextCursor);
    return {
      entities: uniqueEntities(result.items),
      totalItems: result.totalItems,
      cut,
    };
    // `state` is what `listKey` and `page` say.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [catalogApi, identityApi, definition, listKey, page]);

  const reload = useCallback(() => {
    // A cursor may be what failed.
    cursors.current.byPage.clear();
    retry();
  }, [retry]);

  return useMemo(
    () => ({ value, error, loading, reload }),
    [value, error, loading, reload],
  );
}
