import { Rubric } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Tag, TagGroup } from '@backstage/ui';
import { mlMaturityTranslationRef } from '../../translation';
import {
  FILTERS,
  FilterId,
  OverviewState,
  RESULT_FILTERS,
  ResultFilterId,
  clearNarrowing,
} from '../state/overviewState';
import { ChangeOverview } from '../state/useOverviewState';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { FilterOptions } from './useFilterOptions';
import styles from './filters.module.css';

interface Props {
  state: OverviewState;
  change: ChangeOverview;
  options?: FilterOptions;
  rubric?: Rubric;
  withResults?: boolean;
}

type LabelId = FilterId | ResultFilterId | 'level' | 'checkLevel' | 'status';

interface Active {
  id: string;
  label: string;
  without: Partial<OverviewState>;
}

function without<K extends string>(
  lists: Readonly<Partial<Record<K, string[]>>>,
  id: K,
  value: string,
): Partial<Record<K, string[]>> {
  const left = lists[id]?.filter(other => other !== value);
  const { [id]: _, ...others } = lists;
  return (left?.length ? { ...others, [id]: left } : others) as Partial<
    Record<K, string[]>
  >;
}

/** What narrows the page now; each part can be taken away. */
export const ActiveFilters = (props: Props) => {
  const { state, change, options, rubric, withResults } = props;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { t: tState } = useTranslationRef(mlMaturityTranslationRef);
  const label = (name: LabelId, value: string) =>
    t('filter.value', { name: t(`filter.${name}`), value });
  const resultTitle = (id: (typeof RESULT_FILTERS)[number], value: string) => {
    const list = {
      check: rubric?.checks,
      category: rubric?.categories,
      phase: rubric?.phases,
    }[id];
    return list?.find(item => item.id === value)?.title ?? value;
  };

  const active: Active[] = FILTERS.flatMap(id =>
    (state.filters[id] ?? []).map(value => ({
      id: `${id}=${value}`,
      label: label(
        id,
        options?.[id]?.find(option => option.value === value)?.label ?? value,
      ),
      without: { filters: without(state.filters, id, value) },
    })),
  );
  if (state.text.trim()) {
    active.push({
      id: 'q',
      label: t('filter.term', { term: state.text.trim() }),
      without: { text: '' },
    });
  }
  if (withResults) {
    for (const id of RESULT_FILTERS) {
      for (const value of state.results[id] ?? []) {
        active.push({
          id: `${id}=${value}`,
          label: label(id, resultTitle(id, value)),
          without: { results: without(state.results, id, value) },
        });
      }
    }
    for (const id of ['level', 'checkLevel'] as const) {
      for (const level of state[id]) {
        active.push({
          id: `${id}=${level}`,
          label: label(id, String(level)),
          without: { [id]: state[id].filter(other => other !== level) },
        });
      }
    }
    for (const status of state.status) {
      active.push({
        id: `status=${status}`,
        label: label('status', tState(`state.${status}`)),
        without: { status: state.status.filter(other => other !== status) },
      });
    }
  }
  if (active.length === 0) return null;

  return (
    <div className={styles.active}>
      <TagGroup
        aria-label={t('filter.active')}
        items={active}
        onRemove={keys => {
          const removed = active.find(({ id }) => keys.has(id));
          if (removed) change(removed.without);
        }}
      >
        {item => (
          <Tag id={item.id} size="medium" textValue={item.label}>
            <bdi className={styles.activeLabel}>{item.label}</bdi>
          </Tag>
        )}
      </TagGroup>
      <Button
        variant="tertiary"
        size="small"
        onPress={() => change(clearNarrowing(state))}
      >
        {t('filter.clear')}
      </Button>
    </div>
  );
};
