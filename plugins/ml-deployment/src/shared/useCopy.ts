import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

const SHOWN_MS = 2_000;

/** Copies a text, and says for a moment that it did. */
export function useCopy() {
  const [{ error }, copyText] = useCopyToClipboard();
  const [pressed, setPressed] = useState(0);
  useEffect(() => {
    if (!pressed) return undefined;
    const timer = setTimeout(() => setPressed(0), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [pressed]);
  const done = error ? 'failed' : 'copied';
  return {
    state: pressed > 0 ? done : undefined,
    copy: (text: string) => {
      copyText(text);
      setPressed(count => count + 1);
    },
  } as const;
}
