import { useId, useState } from 'react';
import {
  PortfolioFilter,
  RollupResponse,
  Rubric,
  ScorecardListItem,
} from '@airworthy/plugin-ml-maturity-common';
import { taskTitle } from '@airworthy/plugin-ml-models-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonLink,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Skeleton,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { LoadFailure } from '../../../tab/LoadFailure';
import { usePages } from '../../panel/usePages';
import { OverviewState, TOTAL, UNASSIGNED } from '../../state/overviewState';
import { usePageLinks } from '../../state/usePageLinks';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { CellModelTable } from './CellModelTable';
import {
  Cell,
  OPEN,
  checksOfColumn,
  openFilter,
  rowFilter,
} from './cellChecks';
import styles from './heatmap.module.css';

const PAGE = 50;
const FIELDS: (keyof ScorecardListItem)[] = [
  'entityRef',
  'name',
  'title',
  'owner',
  'system',
  'level',
  'score',
  'checks',
];

interface Props {
  cell: Cell;
  response: RollupResponse;
  filter: PortfolioFilter;
  state: OverviewState;
  rubric: Rubric;
  onClose: () => void;
}

/** The models behind a cell of the heatmap, the least mature first. */
export const CellModels = (props: Props) => {
  const { cell, response, filter, state, rubric, onClose } = props;
  const { by, measure } = state;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const links = usePageLinks();
  const titleId = useId();
  const [which, setWhich] = useState<'open' | 'all'>('open');
  const checks = checksOfColumn(rubric, measure, cell.column);
  const request: PortfolioFilter = {
    ...rowFilter(filter, by, cell.row),
    ...(which === 'open' ? openFilter(measure, cell.column) : {}),
  };
  const pages = usePages(JSON.stringify(request), (cursor, signal) =>
    api.listScorecards(
      {
        ...request,
        sort: 'score',
        order: 'asc',
        limit: PAGE,
        cursor,
        fields: FIELDS,
      },
      { signal },
    ),
  );

  const rowTitle = () => {
    if (cell.row === TOTAL) return t('all');
    if (cell.row === UNASSIGNED) {
      return t('unassigned', { what: t(`heatmap.rowOne.${by}`) });
    }
    const node = response.nodes.find(({ id }) => id === cell.row);
    return by === 'task' ? taskTitle(cell.row) : node?.title ?? cell.row;
  };
  const columnTitle =
    cell.column === TOTAL
      ? t('heatmap.score')
      : response.columns.find(({ id }) => id === cell.column)?.title ??
        cell.column;
  const listState: OverviewState = {
    ...state,
    cell: undefined,
    filters:
      cell.row === TOTAL
        ? state.filters
        : { ...state.filters, [by]: [cell.row] },
    results: {},
    checkLevel: [],
    status: [],
    order: 'asc',
    ...(which === 'open' && cell.column !== TOTAL && measure !== 'level'
      ? { results: { [measure]: [cell.column] } }
      : {}),
    ...(which === 'open' && cell.column !== TOTAL && measure === 'level'
      ? { checkLevel: [Number(cell.column)] }
      : {}),
    ...(which === 'open' && cell.column === TOTAL ? { status: [...OPEN] } : {}),
  };

  return (
    <Dialog
      isOpen
      isDismissable
      onOpenChange={open => !open && onClose()}
      width={880}
      height="80vh"
      aria-labelledby={titleId}
    >
      <DialogHeader>
        <span id={titleId}>
          {t('drill.title', { row: rowTitle(), column: columnTitle })}
        </span>
      </DialogHeader>
      <DialogBody>
        <div className={styles.drill}>
          <div className={styles.drillBar}>
            <ToggleButtonGroup
              aria-label={t('drill.which')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[which]}
              onSelectionChange={keys =>
                setWhich(keys.has('all') ? 'all' : 'open')
              }
            >
              <ToggleButton id="open">{t('drill.open')}</ToggleButton>
              <ToggleButton id="all">{t('drill.everything')}</ToggleButton>
            </ToggleButtonGroup>
            {pages.items && (
              <Text variant="body-small" color="secondary" aria-live="polite">
                {t('drill.shown', {
                  shown: String(pages.items.length),
                  total: String(pages.totalItems),
                })}
              </Text>
            )}
          </div>
          {pages.first.error && (
            <LoadFailure
              title={t('unread', { what: t('tabs.models') })}
              error={pages.first.error}
              onRetry={pages.first.reload}
            />
          )}
          {!pages.items && pages.first.loading && <Skeleton height={240} />}
          {pages.items?.length === 0 && (
            <Text as="p" color="secondary">
              {t(which === 'open' ? 'drill.none' : 'models.empty')}
            </Text>
          )}
          {pages.items && pages.items.length > 0 && (
            <CellModelTable
              items={pages.items}
              checks={checks}
              rubric={rubric.metadata.id}
            />
          )}
          {pages.moreError && (
            <LoadFailure
              title={t('unread', { what: t('tabs.models') })}
              error={pages.moreError}
              onRetry={pages.readMore}
            />
          )}
          {pages.hasMore && !pages.moreError && (
            <Button
              variant="secondary"
              size="small"
              className={styles.more}
              isPending={pages.isReadingMore}
              onPress={pages.readMore}
            >
              {t('showMore')}
            </Button>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <ButtonLink variant="secondary" href={links.models(listState)}>
          {t('drill.list')}
        </ButtonLink>
        <Button onPress={onClose}>{t('close')}</Button>
      </DialogFooter>
    </Dialog>
  );
};
