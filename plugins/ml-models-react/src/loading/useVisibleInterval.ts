import { useEffect, useRef } from 'react';

/**
 * Does something every so often while the page is seen, and at once when the
 * reader comes back after longer than that. A hidden tab asks nothing.
 *
 * @public
 */
export function useVisibleInterval(
  action: () => void,
  everyMs: number | undefined,
): void {
  const latest = useRef(action);
  latest.current = action;

  useEffect(() => {
    if (!everyMs) return undefined;
    let last = Date.now();
    const act = () => {
      if (document.hidden) return;
      if (Date.now() - last < everyMs) return;
      last = Date.now();
      latest.current();
    };
    const timer = setInterval(act, Math.min(everyMs, 5_000));
    document.addEventListener('visibilitychange', act);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', act);
    };
  }, [everyMs]);
}
