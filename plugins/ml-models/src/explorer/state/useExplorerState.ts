import { useCallback, useMemo } from 'react';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { ListDefinition } from '../query/definitions';
import {
  ExplorerState,
  formatExplorerState,
  parseExplorerState,
} from './explorerState';

/** Changes parts of a list's state. */
export type ChangeState = (
  change: Partial<ExplorerState>,
  options?: { replace?: boolean },
) => void;

/** The state of a list, kept in the address so that it can be shared and the back button works. */
export function useExplorerState(
  definition: ListDefinition,
): [ExplorerState, ChangeState] {
  const [params, setParams] = useAppSearchParams();
  // The same text gives the same object, so that effects run on real changes.
  const text = params.toString();
  const state = useMemo(
    () => parseExplorerState(new URLSearchParams(text), definition),
    [text, definition],
  );
  const change = useCallback<ChangeState>(
    (part, options) => {
      // Whatever changes but the page itself begins at the first page.
      const next = { ...state, page: 0, ...part };
      setParams(formatExplorerState(next), options);
    },
    [state, setParams],
  );
  return [state, change];
}
