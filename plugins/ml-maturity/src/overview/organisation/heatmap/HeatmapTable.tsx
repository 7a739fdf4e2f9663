import { useState } from 'react';
import { RollupResponse } from '@airworthy/plugin-ml-maturity-common';
import { taskTitle } from '@airworthy/plugin-ml-models-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { TOTAL } from '../../state/overviewState';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { ColumnHead } from './ColumnHead';
import { HeatmapCell } from './HeatmapCell';
import { HeatmapRow, HeatmapSort, heatmapRows } from './heatmapRows';
import { useGridKeys } from './useGridKeys';
import styles from './heatmap.module.css';

// More are not seen at a glance, and each is many cells to lay out.
const FIRST_ROWS = 100;

interface Props {
  response: RollupResponse;
  open: ReadonlySet<string>;
  onToggle: (key: string) => void;
  onCell: (row: string, column: string) => void;
}

/** Score by row and column as a table whose cells can be looked into. */
export const HeatmapTable = ({ response, open, onToggle, onCell }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const [sort, setSort] = useState<HeatmapSort>({ by: 'title', order: 'asc' });
  const [limit, setLimit] = useState(FIRST_ROWS);
  const { by, measure, columns } = response;
  const narrow = measure === 'check';
  const rowWord = t(`heatmap.rowOne.${by as 'owner'}`);
  const all = heatmapRows(response, open, sort, {
    total: t('all'),
    unassigned: t('unassigned', { what: rowWord }),
  });
  const [total] = all.slice(-1);
  const others = all.slice(0, -1);
  const rows = [...others.slice(0, limit), total];
  const { onKeyDown, cellProps } = useGridKeys(rows.length, columns.length + 1);
  const titleOf = (row: HeatmapRow) =>
    by === 'task' && row.id === row.title ? taskTitle(row.title) : row.title;

  return (
    <>
      <div className={styles.scroll}>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys of the buttons within */}
        <table
          className={styles.table}
          data-narrow={narrow}
          onKeyDown={onKeyDown}
          aria-label={t('heatmap.label', {
            row: t(`heatmap.row.${by as 'owner'}`),
            column: t(`heatmap.column.${measure as 'category'}`),
          })}
        >
          <thead>
            <tr>
              <ColumnHead
                title={t(`heatmap.row.${by as 'owner'}`)}
                by="title"
                sort={sort}
                onSort={setSort}
                className={styles.rowHead}
              />
              <ColumnHead
                title={t('heatmap.models')}
                by="models"
                sort={sort}
                onSort={setSort}
              />
              <ColumnHead
                title={t('heatmap.score')}
                by="score"
                sort={sort}
                onSort={setSort}
              />
              {columns.map(({ id, title }) => (
                <ColumnHead
                  key={id}
                  title={measure === 'level' ? `${id} ${title}` : title}
                  by={{ column: id }}
                  sort={sort}
                  onSort={setSort}
                  upright={narrow}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => {
              const title = titleOf(row);
              return (
                <tr key={row.key} data-total={row.id === TOTAL}>
                  <th scope="row" className={styles.rowHead}>
                    <span
                      className={styles.name}
                      style={{ paddingInlineStart: `${row.depth * 1.25}rem` }}
                    >
                      {row.hasChildren ? (
                        <button
                          type="button"
                          className={styles.toggle}
                          aria-expanded={row.isOpen}
                          aria-label={t(
                            row.isOpen ? 'heatmap.collapse' : 'heatmap.expand',
                            { title },
                          )}
                          onClick={() => onToggle(row.key)}
                        >
                          {row.isOpen ? (
                            <RiArrowDownSLine aria-hidden />
                          ) : (
                            <RiArrowRightSLine aria-hidden />
                          )}
                        </button>
                      ) : (
                        <span className={styles.noToggle} />
                      )}
                      <bdi title={title} className={styles.title}>
                        {title}
                      </bdi>
                    </span>
                  </th>
                  <td className={styles.models}>{row.summary.models}</td>
                  <td className={styles.figure}>
                    <HeatmapCell
                      {...cellProps(r, 0)}
                      row={title}
                      column={t('heatmap.score')}
                      score={row.summary.score}
                      counts={row.summary.counts}
                      narrow={narrow}
                      onClick={() => onCell(row.id, TOTAL)}
                    />
                  </td>
                  {row.summary.cells.map((cell, c) => (
                    <td key={cell.column} className={styles.figure}>
                      <HeatmapCell
                        {...cellProps(r, c + 1)}
                        row={title}
                        column={columns[c]?.title ?? cell.column}
                        score={cell.score}
                        counts={cell.counts}
                        narrow={narrow}
                        onClick={() => onCell(row.id, cell.column)}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {others.length > limit && (
        <Button
          variant="secondary"
          size="small"
          className={styles.more}
          onPress={() => setLimit(limit + FIRST_ROWS)}
        >
          {t('showMore')}
        </Button>
      )}
    </>
  );
};
