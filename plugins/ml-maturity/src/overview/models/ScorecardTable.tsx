import { useCursorPages, useLoad } from '@airworthy/plugin-ml-models-react';
import { useMemo, useRef, useState } from 'react';
import {
  PortfolioFilter,
  Rubric,
  ScorecardListResponse,
  ScorecardSort,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Table, Text } from '@backstage/ui';
import { mlMaturityApiRef } from '../../api/mlMaturityApiRef';
import { LoadFailure } from '../../tab/LoadFailure';
import { OverviewState } from '../state/overviewState';
import { ChangeOverview } from '../state/useOverviewState';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { RankedScorecard, useScorecardColumns } from './useScorecardColumns';
import styles from './models.module.css';

const SIZES = [20, 50, 100];
const COUNT = new Intl.NumberFormat('en-GB');

interface Props {
  filter: PortfolioFilter;
  state: OverviewState;
  change: ChangeOverview;
  rubric?: Rubric;
}

/** A page of scorecards; the server filters, sorts and cuts. */
export const ScorecardTable = ({ filter, state, change, rubric }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const [size, setSize] = useState(SIZES[0]);
  const { sort, order } = state;
  const request = { ...filter, sort, order, limit: size };
  const pages = useCursorPages(JSON.stringify(request));
  const { cursor, page } = pages;
  const loaded = useLoad(JSON.stringify({ ...request, cursor }), signal =>
    api.listScorecards({ ...request, cursor }, { signal }),
  );
  // The page before stays until the next one is there.
  const shown = useRef<ScorecardListResponse & { offset: number }>();
  if (loaded.value) shown.current = { ...loaded.value, offset: page * size };
  const list = shown.current;
  const rows = useMemo<RankedScorecard[] | undefined>(
    () =>
      list?.items.map((item, i) => ({
        ...item,
        id: item.entityRef,
        rank: list.offset + i + 1,
      })),
    [list],
  );
  const columns = useScorecardColumns(rubric, filter.rubric);

  if (loaded.error) {
    return (
      <LoadFailure
        title={t('unread', { what: t('models.label') })}
        error={loaded.error}
        onRetry={loaded.reload}
      />
    );
  }
  const total = list?.totalItems ?? 0;
  const { nextCursor } = loaded.value ?? {};
  const isNarrowed = Object.keys(filter).some(name => name !== 'rubric');
  return (
    <div role="region" aria-label={t('models.label')} className={styles.table}>
      <Table<RankedScorecard>
        columnConfig={columns}
        data={rows}
        isPending={loaded.loading}
        isStale={loaded.loading && rows !== undefined}
        emptyState={
          <Text as="p" color="secondary">
            {t(isNarrowed ? 'models.empty' : 'models.emptyAll')}
          </Text>
        }
        sort={{
          descriptor: {
            column: sort,
            direction: order === 'asc' ? 'ascending' : 'descending',
          },
          onSortChange: ({ column, direction }) =>
            change({
              sort: column as ScorecardSort,
              order: direction === 'ascending' ? 'asc' : 'desc',
            }),
        }}
        pagination={
          total > 0
            ? {
                type: 'page',
                pageSize: size,
                pageSizeOptions: SIZES.map(value => ({
                  value,
                  label: t('models.pageSize', { size: String(value) }),
                })),
                offset: page * size,
                totalCount: total,
                hasNextPage: nextCursor !== undefined,
                hasPreviousPage: page > 0,
                onNextPage: () => nextCursor && pages.next(nextCursor),
                onPreviousPage: pages.previous,
                onPageSizeChange: setSize,
                getLabel: () =>
                  t('models.range', {
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
