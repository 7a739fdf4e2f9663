import { useCallback, useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { JsonValue } from '@backstage/types';

const NONE: string[] = [];

function readIds(value: JsonValue | undefined): string[] {
  return Array.isArray(value)
    ? value.filter(id => typeof id === 'string')
    : NONE;
}

/**
 * Ids of the columns that the reader hid, kept with their other settings. What
 * is hidden is kept, not what is shown, so that a new plugin's column appears.
 */
export function useColumnChoice(
  listId: string,
): [string[], (hidden: string[]) => void] {
  const bucket = useApi(storageApiRef).forBucket('ml-models');
  const key = `hidden-columns-${listId}`;
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const changes = useMemo(() => bucket.observe$<string[]>(key), [key]);
  const snapshot = useObservable(changes, bucket.snapshot<string[]>(key));
  const value = JSON.stringify(readIds(snapshot.value));
  const hidden = useMemo<string[]>(() => JSON.parse(value), [value]);
  const save = useCallback(
    (ids: string[]) => void bucket.set(key, ids),
    [bucket, key],
  );
  return [hidden, save];
}
