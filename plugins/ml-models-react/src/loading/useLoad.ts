import {
  SetStateAction,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { toError } from '@backstage/errors';

/** Something that is read: the last value stays while it is read again. @public */
export interface Loaded<T> {
  value?: T;
  loading: boolean;
  error?: Error;
  /** Reads again; settles when that is done, whatever came of it. */
  reload: () => Promise<void>;
}

/**
 * Reads something whenever the key changes or `reload` is called. Undefined as
 * key reads nothing.
 *
 * @public
 */
export function useLoad<T>(
  key: string | undefined,
  read: (signal: AbortSignal) => Promise<T>,
  tick: number = 0,
): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{
    key?: string;
    value?: T;
    error?: Error;
    loading: boolean;
  }>({ loading: key !== undefined });
  const waiting = useRef<(() => void)[]>([]);
  const latest = useRef(read);
  latest.current = read;

  useEffect(() => {
    if (key === undefined) return undefined;
    const controller = new AbortController();
    const settle = (result: SetStateAction<typeof state>) => {
      setState(result);
      waiting.current.splice(0).forEach(done => done());
    };
    setState(last => ({
      key,
      value: last.key === key ? last.value : undefined,
      loading: true,
    }));
    latest.current(controller.signal).then(
      value => {
        if (!controller.signal.aborted) settle({ key, value, loading: false });
      },
      failure => {
        if (controller.signal.aborted) return;
        settle(last => ({
          key,
          value: last.value,
          error: toError(failure),
          loading: false,
        }));
      },
    );
    return () => controller.abort();
  }, [key, attempt, tick]);

  const reload = useCallback(
    () =>
      new Promise<void>(resolve => {
        waiting.current.push(resolve);
        setAttempt(count => count + 1);
      }),
    [],
  );
  // The render between a new key and its effect must not show the old value.
  const stale = state.key !== key;
  return {
    value: stale ? undefined : state.value,
    error: stale ? undefined : state.error,
    loading: stale ? key !== undefined : state.loading,
    reload,
  };
}
