import { useCallback, useMemo } from 'react';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  OverviewState,
  formatOverviewState,
  parseOverviewState,
} from './overviewState';

/** Changes parts of what the page shows. */
export type ChangeOverview = (
  part: Partial<OverviewState>,
  options?: { replace?: boolean },
) => void;

/** What the page shows, kept in the address so that it can be shared and the back button works. */
export function useOverviewState(): [OverviewState, ChangeOverview] {
  const [params, setParams] = useAppSearchParams();
  // The same text gives the same object, so that effects run on real changes.
  const text = params.toString();
  const state = useMemo(
    () => parseOverviewState(new URLSearchParams(text)),
    [text],
  );
  const change = useCallback<ChangeOverview>(
    (part, options) =>
      setParams(formatOverviewState({ ...state, ...part }), options),
    [state, setParams],
  );
  return [state, change];
}
