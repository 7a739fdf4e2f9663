import { useLoad } from '@airworthy/plugin-ml-models-react';
import { useState } from 'react';
import { toError } from '@backstage/errors';

interface Page<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
}

/** A list that is read page by page, as far as the reader goes. */
export function usePages<T>(
  key: string,
  read: (cursor: string | undefined, signal?: AbortSignal) => Promise<Page<T>>,
) {
  const first = useLoad(key, signal => read(undefined, signal));
  const [more, setMore] = useState<{
    of?: Page<T>;
    items: T[];
    cursor?: string;
    loading?: boolean;
    error?: Error;
  }>({ items: [] });
  const { value } = first;
  // Pages that followed another first page are forgotten.
  const rest =
    more.of === value
      ? more
      : { of: value, items: [] as T[], cursor: value?.nextCursor };

  const readMore = async () => {
    setMore({ ...rest, loading: true, error: undefined });
    try {
      const page = await read(rest.cursor);
      setMore({
        of: rest.of,
        items: [...rest.items, ...page.items],
        cursor: page.nextCursor,
      });
    } catch (error) {
      setMore({ ...rest, loading: false, error: toError(error) });
    }
  };

  return {
    first,
    items: value ? [...value.items, ...rest.items] : undefined,
    totalItems: value?.totalItems ?? 0,
    hasMore: rest.cursor !== undefined,
    isReadingMore: 'loading' in rest && Boolean(rest.loading),
    moreError: 'error' in rest ? rest.error : undefined,
    readMore,
  };
}
