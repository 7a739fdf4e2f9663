import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, useBreakpoint } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { mlModelsTranslationRef } from '../../translation';
import { ListDefinition } from '../query/definitions';
import { FilterOptions } from '../query/useFilterOptions';
import { ExplorerState } from '../state/explorerState';
import { ChangeState } from '../state/useExplorerState';
import { FilterSelect } from './FilterSelect';
import styles from './controls.module.css';

const NO_VALUES: string[] = [];

interface Props {
  definition: ListDefinition;
  options?: FilterOptions;
  state: ExplorerState;
  change: ChangeState;
}

/** The filters of a list; behind a button where there is little room. */
export const FilterBar = ({ definition, options, state, change }: Props) => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const narrow = !useBreakpoint().up('md');
  const [open, setOpen] = useState(false);
  const active = Object.keys(state.filters).length;

  const setFilter = (id: string, values: string[]) => {
    const { [id]: _, ...others } = state.filters;
    change({ filters: values.length ? { ...others, [id]: values } : others });
  };

  return (
    <>
      {narrow && (
        <Button
          variant="secondary"
          iconStart={<RiFilter3Line aria-hidden />}
          aria-expanded={open}
          onPress={() => setOpen(!open)}
          className={styles.filtersButton}
        >
          {active
            ? t('filter.showActive', { total: String(active) })
            : t('filter.show')}
        </Button>
      )}
      {(open || !narrow) && (
        <div className={styles.filters}>
          {definition.filters.map(({ id }) => (
            <FilterSelect
              key={id}
              id={id}
              options={options?.byFilter[id]}
              values={state.filters[id] ?? NO_VALUES}
              onChange={values => setFilter(id, values)}
            />
          ))}
        </div>
      )}
    </>
  );
};
