import { ReactNode, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, useBreakpoint } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { mlModelsReactTranslationRef } from '../translation';
import { ActiveFilter, ActiveFilters } from './ActiveFilters';
import { SearchBox, SearchBoxProps } from './SearchBox';
import styles from './filters.module.css';

/** Properties of {@link FilterBar}. @public */
export interface FilterBarProps {
  /** The search field, first in the row; its width is the bar's business. */
  search: Omit<SearchBoxProps, 'className'>;
  /** What stands beside the search field, such as toggle buttons. */
  controls?: ReactNode;
  /** What stands at the row's end, such as an export. */
  actions?: ReactNode;
  /** The filters, each a {@link FilterSelect}. */
  children?: ReactNode;
  /** How many of these are in use; said on the button that opens them on a narrow screen. */
  inUse?: number;
  /** What narrows the list now, filters and others alike. */
  active: readonly ActiveFilter[];
  /** Takes away all that narrows the list. */
  onClear: () => void;
}

/**
 * What a list is searched and narrowed by: a row of controls, below it the
 * filters (behind a button where there is little room), and what is active.
 *
 * @public
 */
export const FilterBar = (props: FilterBarProps) => {
  const { search, controls, actions, children, inUse, active } = props;
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  const narrow = !useBreakpoint().up('md');
  const [open, setOpen] = useState(false);

  return (
    <>
      <div className={styles.toolbar}>
        <SearchBox {...search} className={styles.search} />
        {controls}
        {narrow && children && (
          <Button
            variant="secondary"
            iconStart={<RiFilter3Line aria-hidden />}
            aria-expanded={open}
            onPress={() => setOpen(!open)}
          >
            {inUse
              ? t('filter.showInUse', { total: String(inUse) })
              : t('filter.show')}
          </Button>
        )}
        <div className={styles.spacer} />
        {actions}
      </div>
      {children && (open || !narrow) && (
        <div className={styles.filters}>{children}</div>
      )}
      <ActiveFilters filters={active} onClear={props.onClear} />
    </>
  );
};
