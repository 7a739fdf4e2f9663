import { ReactNode, useMemo } from 'react';
import {
  FilterBar as SharedFilterBar,
  FilterSelect,
  withFilter,
} from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { LoadFailure } from '../../tab/LoadFailure';
import { FILTERS, OverviewState, clearNarrowing } from '../state/overviewState';
import { ChangeOverview } from '../state/useOverviewState';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { Rubrics } from '../useRubrics';
import { useActiveFilters } from './useActiveFilters';
import { useFilterOptions } from './useFilterOptions';
import styles from './filters.module.css';

const NO_VALUES: string[] = [];

interface Props {
  state: OverviewState;
  change: ChangeOverview;
  rubrics: Rubrics;
  /** Whether filters by level and results are there too. */
  withResults?: boolean;
  actions?: ReactNode;
}

/** Which models the page is about. */
export const FilterBar = (props: Props) => {
  const { state, change, rubrics, withResults, actions } = props;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const loaded = useFilterOptions(state.rubric, t('filter.none'));
  const options = loaded.value?.options;
  const failure = loaded.error ?? loaded.value?.failure;
  const { rubric } = rubrics;
  const active = useActiveFilters({
    state,
    change,
    options,
    rubric,
    withResults,
  });
  const levels = useMemo(
    () =>
      rubric?.levels.map(({ level, title }) => ({
        value: String(level),
        label: t('summary.levelTitled', { level: String(level), title }),
      })),
    [rubric, t],
  );
  const inUse =
    Object.keys(state.filters).length +
    (withResults && state.level.length ? 1 : 0);

  return (
    <>
      <SharedFilterBar
        search={{
          label: t('filter.search'),
          placeholder: t('filter.searchHint'),
          value: state.text,
          onChange: text => change({ text }, { replace: true }),
        }}
        controls={
          rubrics.items.length > 1 && (
            <Select
              aria-label={t('filter.rubric')}
              options={rubrics.items.map(({ rubric: { metadata } }) => ({
                value: metadata.id,
                label: metadata.title,
              }))}
              value={rubric?.metadata.id}
              onChange={key => change({ rubric: String(key), cell: undefined })}
              className={styles.rubric}
            />
          )
        }
        actions={actions}
        inUse={inUse}
        active={active}
        onClear={() => change(clearNarrowing(state))}
      >
        {FILTERS.map(id => (
          <FilterSelect
            key={id}
            label={t(`filter.${id}`)}
            options={options?.[id]}
            values={state.filters[id] ?? NO_VALUES}
            onChange={values =>
              change({ filters: withFilter(state.filters, id, values) })
            }
          />
        ))}
        {withResults && (
          <FilterSelect
            label={t('filter.level')}
            options={levels}
            values={state.level.map(String)}
            onChange={values =>
              change({ level: values.map(Number).sort((a, b) => a - b) })
            }
          />
        )}
      </SharedFilterBar>
      {failure && (
        <LoadFailure
          title={t('filter.failed')}
          error={failure}
          onRetry={loaded.reload}
        />
      )}
    </>
  );
};
