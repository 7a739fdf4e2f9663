import { useCallback, useEffect, useRef, useState } from 'react';
import { toError } from '@backstage/errors';

/** Something that is read: the last value stays while it is read again. */
export interface Loaded<T> {
  value?: T;
  loading: boolean;
  error?: Error;
  reload: () => void;
}

/**
 * Reads something whenever the key changes, the tick does or `reload` is
 * called. Undefined as key reads nothing.
 */
export function useLoad<T>(
  key: string | undefined,
  read: (signal: AbortSignal) => Promise<T>,
  tick = 0,
): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{
    key?: string;
    value?: T;
    error?: Error;
    loading: boolean;
  }>({ loading: key !== undefined });
  const latest = useRef(read);
  latest.current = read;

  useEffect(() => {
    if (key === undefined) return undefined;
    const controller = new AbortController();
    setState(last => ({
      key,
      value: last.key === key ? last.value : undefined,
      loading: true,
    }));
    latest.current(controller.signal).then(
      value => {
        if (!controller.signal.aborted)
          setState({ key, value, loading: false });
      },
      failure => {
        if (controller.signal.aborted) return;
        setState(last => ({
          key,
          value: last.value,
          error: toError(failure),
          loading: false,
        }));
      },
    );
    return () => controller.abort();
  }, [key, attempt, tick]);

  const reload = useCallback(() => setAttempt(count => count + 1), []);
  // The render between a new key and its effect must not show the old value.
  const stale = state.key !== key;
  return {
    value: stale ? undefined : state.value,
    error: stale ? undefined : state.error,
    loading: stale ? key !== undefined : state.loading,
    reload,
  };
}
