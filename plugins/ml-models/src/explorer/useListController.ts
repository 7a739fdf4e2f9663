import { useMemo } from 'react';
import { useStarredEntities } from '@backstage/plugin-catalog-react';
import { ListDefinition } from './query/definitions';
import { useRows } from './query/useRows';
import { ExplorerState } from './state/explorerState';
import { ChangeState, useExplorerState } from './state/useExplorerState';

/** A list with its state and its rows. */
export interface ListController {
  definition: ListDefinition;
  state: ExplorerState;
  change: ChangeState;
  rows: ReturnType<typeof useRows>;
  starredRefs: string[];
}

/** Keeps a list: its state in the address, and the rows that follow from it. */
export function useListController(
  definition: ListDefinition,
  extraFields: string[],
): ListController {
  const extended = useMemo(
    () => ({
      ...definition,
      fields: [...new Set([...definition.fields, ...extraFields])],
    }),
    [definition, extraFields],
  );
  const [state, change] = useExplorerState(extended);
  const { starredEntities } = useStarredEntities();
  const starredRefs = useMemo(
    () => [...starredEntities].sort(),
    [starredEntities],
  );
  const rows = useRows(extended, state, starredRefs);
  return { definition: extended, state, change, rows, starredRefs };
}
