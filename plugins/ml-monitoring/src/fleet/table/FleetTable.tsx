import { useMemo } from 'react';
import { FleetPage } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Table, Text } from '@backstage/ui';
import {
  FleetSort,
  FleetState,
  isNarrowed,
  usualOrder,
} from '../state/fleetState';
import { ChangeFleet } from '../state/useFleetState';
import { mlFleetTranslationRef } from '../translation';
import { FleetRow, useFleetColumns } from './useFleetColumns';
import styles from './table.module.css';

const COUNT = new Intl.NumberFormat('en-GB');

/** Rows of a page to choose from. */
export const PAGE_SIZES = [25, 50, 100];

interface Props {
  /** Undefined while the first page is read. */
  fleet?: FleetPage;
  /** Whether the rows are of the page before. */
  isStale: boolean;
  page: number;
  size: number;
  onSize: (size: number) => void;
  onNext: (cursor: string) => void;
  onPrevious: () => void;
  state: FleetState;
  change: ChangeFleet;
}

/** A page of the fleet; the server filters, sorts and cuts. */
export const FleetTable = (props: Props) => {
  const { fleet, isStale, page, size, state, change } = props;
  const { t } = useTranslationRef(mlFleetTranslationRef);
  const columns = useFleetColumns();
  const rows = useMemo<FleetRow[] | undefined>(
    () => fleet?.items.map(item => ({ ...item, id: item.entityRef })),
    [fleet],
  );
  const total = fleet?.totalItems ?? 0;
  const nextCursor = fleet?.nextCursor;

  return (
    <div role="region" aria-label={t('label')} className={styles.table}>
      <Table<FleetRow>
        columnConfig={columns}
        data={rows}
        isPending={rows === undefined}
        isStale={isStale}
        emptyState={
          <Text as="p" color="secondary">
            {t(isNarrowed(state) ? 'empty.narrowed' : 'empty.none')}
          </Text>
        }
        sort={{
          descriptor: {
            column: state.sort,
            direction: state.order === 'asc' ? 'ascending' : 'descending',
          },
          onSortChange: ({ column, direction }) => {
            const sort = column as FleetSort;
            // A new column is read from its usual end, the same one turned round.
            const asked = direction === 'ascending' ? 'asc' : 'desc';
            change({
              sort,
              order: sort === state.sort ? asked : usualOrder(sort),
            });
          },
        }}
        pagination={
          total > 0
            ? {
                type: 'page',
                pageSize: size,
                pageSizeOptions: PAGE_SIZES.map(value => ({
                  value,
                  label: t('pageSize', { size: String(value) }),
                })),
                offset: page * size,
                totalCount: total,
                hasNextPage: nextCursor !== undefined,
                hasPreviousPage: page > 0,
                onNextPage: () => nextCursor && props.onNext(nextCursor),
                onPreviousPage: props.onPrevious,
                onPageSizeChange: props.onSize,
                getLabel: () =>
                  t('range', {
                    from: COUNT.format(Math.min(page * size + 1, total)),
                    to: COUNT.format(Math.min((page + 1) * size, total)),
                    total: COUNT.format(total),
                  }),
              }
            : { type: 'none' }
        }
      />
    </div>
  );
};
