import { Rubric } from '@airworthy/plugin-ml-maturity-common';
import { ActiveFilter, withFilter } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMaturityTranslationRef } from '../../translation';
import { FILTERS, OverviewState, RESULT_FILTERS } from '../state/overviewState';
import { ChangeOverview } from '../state/useOverviewState';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { FilterOptions } from './useFilterOptions';

interface Options {
  state: OverviewState;
  change: ChangeOverview;
  options?: FilterOptions;
  rubric?: Rubric;
  /** Whether filters by level and results are there too. */
  withResults?: boolean;
}

const lacking = <T>(list: readonly T[] | undefined, value: T) =>
  (list ?? []).filter(other => other !== value);

/** What narrows the page now, as the reader knows it. */
export function useActiveFilters(given: Options): ActiveFilter[] {
  const { state, change, options, rubric, withResults } = given;
  const { filters, results } = state;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { t: tState } = useTranslationRef(mlMaturityTranslationRef);
  const resultTitle = (id: (typeof RESULT_FILTERS)[number], value: string) => {
    const list = {
      check: rubric?.checks,
      category: rubric?.categories,
      phase: rubric?.phases,
    }[id];
    return list?.find(item => item.id === value)?.title ?? value;
  };

  const active: ActiveFilter[] = FILTERS.flatMap(id =>
    (filters[id] ?? []).map(value => ({
      id: `${id}=${value}`,
      name: t(`filter.${id}`),
      value:
        options?.[id]?.find(option => option.value === value)?.label ?? value,
      onRemove: () =>
        change({
          filters: withFilter(filters, id, lacking(filters[id], value)),
        }),
    })),
  );
  if (state.text.trim()) {
    active.push({
      id: 'q',
      name: t('filter.term'),
      value: state.text.trim(),
      onRemove: () => change({ text: '' }),
    });
  }
  if (!withResults) return active;

  for (const id of RESULT_FILTERS) {
    for (const value of results[id] ?? []) {
      active.push({
        id: `${id}=${value}`,
        name: t(`filter.${id}`),
        value: resultTitle(id, value),
        onRemove: () =>
          change({
            results: withFilter(results, id, lacking(results[id], value)),
          }),
      });
    }
  }
  for (const id of ['level', 'checkLevel'] as const) {
    for (const level of state[id]) {
      active.push({
        id: `${id}=${level}`,
        name: t(`filter.${id}`),
        value: String(level),
        onRemove: () => change({ [id]: lacking(state[id], level) }),
      });
    }
  }
  for (const status of state.status) {
    active.push({
      id: `status=${status}`,
      name: t('filter.status'),
      value: tState(`state.${status}`),
      onRemove: () => change({ status: lacking(state.status, status) }),
    });
  }
  return active;
}
