import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ActiveFilter, withFilter } from '@airworthy/plugin-ml-models-react';
import { mlModelsTranslationRef } from '../../translation';
import { ListDefinition } from '../query/definitions';
import { FilterOptions } from '../query/useFilterOptions';
import { ExplorerState } from '../state/explorerState';
import { ChangeState } from '../state/useExplorerState';

/** What narrows the list now, as the reader knows it. */
export function useActiveFilters(
  definition: ListDefinition,
  options: FilterOptions | undefined,
  state: ExplorerState,
  change: ChangeState,
): ActiveFilter[] {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const { filters } = state;

  const active: ActiveFilter[] = definition.filters.flatMap(({ id }) =>
    (filters[id] ?? []).map(value => ({
      id: `${id}=${value}`,
      name: t(`filter.${id}`),
      value:
        options?.byFilter[id]?.find(option => option.value === value)?.label ??
        value,
      onRemove: () =>
        change({
          filters: withFilter(
            filters,
            id,
            filters[id].filter(other => other !== value),
          ),
        }),
    })),
  );
  if (state.search.trim()) {
    active.push({
      id: 'q',
      name: t('search.label'),
      value: state.search.trim(),
      onRemove: () => change({ search: '' }),
    });
  }
  for (const own of ['mine', 'starred'] as const) {
    if (state[own]) {
      active.push({
        id: own,
        value: t(`filter.${own}`),
        onRemove: () => change({ [own]: false }),
      });
    }
  }
  return active;
}
