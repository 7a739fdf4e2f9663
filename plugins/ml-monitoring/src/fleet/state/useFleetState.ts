import { useCallback, useMemo } from 'react';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { FleetState, formatFleetState, parseFleetState } from './fleetState';

/** Changes parts of what the page shows. */
export type ChangeFleet = (
  part: Partial<FleetState>,
  options?: { replace?: boolean },
) => void;

/** What the page shows, kept in the address so that it can be shared. */
export function useFleetState(): [FleetState, ChangeFleet] {
  const [params, setParams] = useAppSearchParams();
  const text = params.toString();
  const state = useMemo(
    () => parseFleetState(new URLSearchParams(text)),
    [text],
  );
  const change = useCallback<ChangeFleet>(
    (part, options) =>
      setParams(formatFleetState({ ...state, ...part }), options),
    [state, setParams],
  );
  return [state, change];
}
