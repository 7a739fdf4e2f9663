import { ReactNode, useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, useBreakpoint } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { LoadFailure } from '../../tab/LoadFailure';
import { FILTERS, OverviewState } from '../state/overviewState';
import { ChangeOverview } from '../state/useOverviewState';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { Rubrics } from '../useRubrics';
import { ActiveFilters } from './ActiveFilters';
import { FilterSelect } from './FilterSelect';
import { SearchBox } from './SearchBox';
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

/** Which models the page is about; behind a button where there is little room. */
export const FilterBar = (props: Props) => {
  const { state, change, rubrics, withResults, actions } = props;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const loaded = useFilterOptions(state.rubric, t('filter.none'));
  const options = loaded.value?.options;
  const failure = loaded.error ?? loaded.value?.failure;
  const narrow = !useBreakpoint().up('md');
  const [open, setOpen] = useState(false);
  const active = Object.keys(state.filters).length;
  const { rubric } = rubrics;
  const levels = useMemo(
    () =>
      rubric?.levels.map(({ level, title }) => ({
        value: String(level),
        label: t('summary.levelTitled', { level: String(level), title }),
      })),
    [rubric, t],
  );

  return (
    <>
      <div className={styles.toolbar}>
        <SearchBox
          label={t('filter.search')}
          placeholder={t('filter.searchHint')}
          value={state.text}
          // Half-typed words are no steps to go back to.
          onChange={text => change({ text }, { replace: true })}
          className={styles.search}
        />
        {rubrics.items.length > 1 && (
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
        )}
        {narrow && (
          <Button
            variant="secondary"
            iconStart={<RiFilter3Line aria-hidden />}
            aria-expanded={open}
            onPress={() => setOpen(!open)}
          >
            {active
              ? t('filter.showActive', { total: String(active) })
              : t('filter.show')}
          </Button>
        )}
        <div className={styles.spacer} />
        {actions}
      </div>
      {(open || !narrow) && (
        <div className={styles.filters}>
          {FILTERS.map(id => (
            <FilterSelect
              key={id}
              label={t(`filter.${id}`)}
              options={options?.[id]}
              values={state.filters[id] ?? NO_VALUES}
              onChange={values => {
                const { [id]: _, ...others } = state.filters;
                change({
                  filters: values.length ? { ...others, [id]: values } : others,
                });
              }}
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
        </div>
      )}
      <ActiveFilters
        state={state}
        change={change}
        options={options}
        rubric={rubric}
        withResults={withResults}
      />
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
