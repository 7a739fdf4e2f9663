import { useCallback, useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { JsonValue } from '@backstage/types';

function readIds(value: JsonValue | undefined): string[] | undefined {
  return Array.isArray(value)
    ? value.filter(id => typeof id === 'string')
    : undefined;
}

/**
 * Ids of the columns that are hidden, kept with the reader's other settings
 * once they chose. What is hidden is kept, not what is shown, so that a new
 * plugin's column appears.
 */
export function useColumnChoice(
  listId: string,
): [string[], (hidden: string[]) => void] {
  const bucket = useApi(storageApiRef).forBucket('ml-models');
  const key = `hidden-columns-${listId}`;
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const changes = useMemo(() => bucket.observe$<string[]>(key), [key]);
  const snapshot = useObservable(changes, bucket.snapshot<string[]>(key));
  const value = JSON.stringify(readIds(snapshot.value) ?? []);
  const hidden = useMemo<string[]>(() => JSON.parse(value), [value]);
  const save = useCallback(
    (ids: string[]) => void bucket.set(key, ids),
    [bucket, key],
  );
  return [hidden, save];
}
