import { useCallback, useMemo } from 'react';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { TabState, formatTabState, parseTabState } from './tabState';

/** Changes parts of what the tab shows. */
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
    (part, options) =>
      setParams(formatTabState({ ...state, ...part }), options),
    [state, setParams],
  );
  return [state, change];
}
