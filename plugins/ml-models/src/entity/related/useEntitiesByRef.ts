import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** Entities by reference; one that is absent or not readable has none. */
export interface EntitiesByRef {
  loading: boolean;
  error?: Error;
  retry: () => void;
  get: (ref: string) => Entity | undefined;
}

/** Reads many entities with one request. */
export function useEntitiesByRef(refs: readonly string[]): EntitiesByRef {
  const catalogApi = useApi(catalogApiRef);
  const key = [...new Set(refs)].sort().join('\n');
  const { loading, error, value, retry } = useAsyncRetry(async () => {
    if (key === '') return new Map<string, Entity | undefined>();
    const entityRefs = key.split('\n');
    const { items } = await catalogApi.getEntitiesByRefs({ entityRefs });
    return new Map(entityRefs.map((ref, i) => [ref, items[i] ?? undefined]));
  }, [catalogApi, key]);
  return { loading, error, retry, get: ref => value?.get(ref) };
}
