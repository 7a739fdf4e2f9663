import { useCallback, useState } from 'react';
import { useVisibleInterval } from '@airworthy/plugin-ml-models-react';

/** Counts up every so many minutes while the page is seen, and when it is asked to. */
export function useRefresh(minutes: number | undefined): {
  tick: number;
  refresh: () => void;
} {
  const [tick, setTick] = useState(0);
  const refresh = useCallback(() => setTick(count => count + 1), []);
  useVisibleInterval(
    refresh,
    minutes === undefined ? undefined : minutes * 60_000,
  );
  return { tick, refresh };
}
