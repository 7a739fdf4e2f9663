import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Tag, TagGroup } from '@backstage/ui';
import { mlModelsTranslationRef } from '../../translation';
import { ListDefinition } from '../query/definitions';
import { FilterOptions } from '../query/useFilterOptions';
import {
  ExplorerState,
  clearNarrowing,
  isNarrowed,
} from '../state/explorerState';
import { ChangeState } from '../state/useExplorerState';
import styles from './controls.module.css';

interface Props {
  definition: ListDefinition;
  options?: FilterOptions;
  state: ExplorerState;
  change: ChangeState;
}

interface ActiveFilter {
  id: string;
  label: string;
  without: Partial<ExplorerState>;
}

/** What narrows the list now; each part can be taken away. */
export const ActiveFilters = (props: Props) => {
  const { definition, options, state, change } = props;
  const { t } = useTranslationRef(mlModelsTranslationRef);
  if (!isNarrowed(state)) return null;

  const active: ActiveFilter[] = definition.filters.flatMap(({ id }) =>
    (state.filters[id] ?? []).map(value => {
      const left = state.filters[id].filter(other => other !== value);
      const { [id]: _, ...others } = state.filters;
      const label = options?.byFilter[id]?.find(o => o.value === value)?.label;
      return {
        id: `${id}=${value}`,
        label: t('filter.activeValue', {
          name: t(`filter.${id}`),
          value: label ?? value,
        }),
        without: { filters: left.length ? { ...others, [id]: left } : others },
      };
    }),
  );
  if (state.search.trim()) {
    active.push({
      id: 'q',
      label: t('filter.activeSearch', { term: state.search.trim() }),
      without: { search: '' },
    });
  }
  if (state.mine) {
    active.push({
      id: 'mine',
      label: t('filter.mine'),
      without: { mine: false },
    });
  }
  if (state.starred) {
    active.push({
      id: 'starred',
      label: t('filter.starred'),
      without: { starred: false },
    });
  }

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
