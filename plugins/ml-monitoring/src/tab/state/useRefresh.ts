import { useEffect, useRef, useState } from 'react';

/**
 * Counts up every so many minutes, but not while nobody sees the page: then it
 * waits, and counts at once when the page is seen again and a count is due.
 */
export function useRefresh(minutes: number | undefined): {
  tick: number;
  refresh: () => void;
} {
  const [tick, setTick] = useState(0);
  const last = useRef(Date.now());

  useEffect(() => {
    if (minutes === undefined) return undefined;
    const span = minutes * 60_000;
    const countWhenDue = () => {
      if (document.hidden || Date.now() - last.current < span) return;
      last.current = Date.now();
      setTick(count => count + 1);
    };
    last.current = Date.now();
    const timer = setInterval(countWhenDue, Math.min(span, 5_000));
    document.addEventListener('visibilitychange', countWhenDue);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', countWhenDue);
    };
  }, [minutes]);

  return {
    tick,
    refresh: () => {
      last.current = Date.now();
      setTick(count => count + 1);
    },
  };
}
