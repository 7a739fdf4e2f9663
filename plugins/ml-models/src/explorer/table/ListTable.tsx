import { ReactNode, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, ColumnConfig, Table } from '@backstage/ui';
import { mlModelsTranslationRef } from '../../translation';
import { ListDefinition } from '../query/definitions';
import { ExplorerState, PAGE_SIZES } from '../state/explorerState';
import { ChangeState } from '../state/useExplorerState';
import { ListColumn, ListRow } from './ListColumn';
import styles from './table.module.css';

interface Props<Row extends ListRow> {
  definition: ListDefinition;
  columns: readonly ListColumn<Row>[];
  /** Undefined while the first ones are read. */
  rows?: Row[];
  totalItems?: number;
  isLoading: boolean;
  state: ExplorerState;
  change: ChangeState;
  emptyState: ReactNode;
}

const format = (count: number) => new Intl.NumberFormat().format(count);

function toColumnConfig<Row extends ListRow>(
  column: ListColumn<Row>,
): ColumnConfig<Row> {
  const { id, label, content, isSortable, isRowHeader, minWidth, grow } =
    column;
  return {
    id,
    label,
    isSortable,
    isRowHeader,
    minWidth,
    defaultWidth: `${grow ?? 1}fr`,
    cell: row => <Cell className={styles.cell}>{content(row)}</Cell>,
  };
}

/** The rows of a page as a table; order and page are in the address. */
export function ListTable<Row extends ListRow>(props: Props<Row>) {
  const { definition, columns, rows, totalItems, isLoading, state, change } =
    props;
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const columnConfig = useMemo(() => columns.map(toColumnConfig), [columns]);
  const total = totalItems ?? 0;
  const { page, size, sort } = state;

  return (
    <div
      className={styles.table}
      role="region"
      aria-label={t(`table.${definition.id}`)}
    >
      <Table<Row>
        columnConfig={columnConfig}
        data={rows}
        isPending={isLoading}
        isStale={isLoading && rows !== undefined}
        emptyState={props.emptyState}
        sort={{
          descriptor: {
            column: sort.id,
            direction: sort.order === 'asc' ? 'ascending' : 'descending',
          },
          onSortChange: ({ column, direction }) =>
            change({
              sort: {
                id: String(column),
                order: direction === 'ascending' ? 'asc' : 'desc',
              },
            }),
        }}
        pagination={
          total > 0
            ? {
                type: 'page',
                pageSize: size,
                pageSizeOptions: PAGE_SIZES.map(value => ({
                  value,
                  label: t('table.pageSize', { size: String(value) }),
                })),
                offset: page * size,
                totalCount: total,
                hasNextPage: (page + 1) * size < total,
                hasPreviousPage: page > 0,
                onNextPage: () => change({ page: page + 1 }),
                onPreviousPage: () => change({ page: page - 1 }),
                onPageSizeChange: value => change({ size: value }),
                getLabel: () =>
                  t('table.range', {
                    from: format(Math.min(page * size + 1, total)),
                    to: format(Math.min((page + 1) * size, total)),
                    total: format(total),
                  }),
              }
            : { type: 'none' }
        }
      />
    </div>
  );
}
