import { useCallback, useMemo } from 'react';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  STATE_PARAMS,
  TabState,
  formatTabState,
  parseTabState,
} from './tabState';

/** Changes parts of what the tab shows; what is a page's own stays. */
export type ChangeTab = (
  part: Partial<TabState>,
  options?: { replace?: boolean },
) => void;

/** What the tab shows, kept in the address so that it can be shared and the back button works. */
export function useTabState(): [TabState, ChangeTab] {
  const [params, setParams] = useAppSearchParams();
  const text = params.toString();
  const state = useMemo(() => parseTabState(new URLSearchParams(text)), [text]);
  const change = useCallback<ChangeTab>(
    (part, options) => {
      const next = new URLSearchParams(text);
      STATE_PARAMS.forEach(name => next.delete(name));
      formatTabState({ ...state, ...part }).forEach((value, name) =>
        next.append(name, value),
      );
      setParams(next, options);
    },
    [state, setParams, text],
  );
  return [state, change];
}

/** A text of a page's own in the address; the usual one is left out. */
export function usePageParam(
  name: string,
  usual = '',
): [string, (value: string) => void] {
  const [params, setParams] = useAppSearchParams();
  const set = (value: string) => {
    const next = new URLSearchParams(params);
    if (value === usual) next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  return [params.get(name) ?? usual, set];
}
