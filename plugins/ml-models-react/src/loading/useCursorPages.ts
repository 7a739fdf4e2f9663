import { useState } from 'react';

/**
 * Which page of a list is shown. A server's cursor leads forward only, so the
 * ones that were used are kept for the way back; another list begins anew.
 *
 * @public
 */
export function useCursorPages(key: string) {
  const [visited, setVisited] = useState<{
    key: string;
    cursors: (string | undefined)[];
  }>({ key, cursors: [undefined] });
  const cursors = visited.key === key ? visited.cursors : [undefined];
  return {
    page: cursors.length - 1,
    cursor: cursors[cursors.length - 1],
    next: (cursor: string) =>
      setVisited({ key, cursors: [...cursors, cursor] }),
    previous: () => setVisited({ key, cursors: cursors.slice(0, -1) }),
  };
}
