import type {
  SliceHealth,
  SliceQuality,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  ColumnConfig,
  Table,
  Text,
  useTable,
} from '@backstage/ui';
import { formatNumber } from '@airworthy/plugin-ml-models-react';
import { FigureText } from '../shared/figures/FigureText';
import { mlMonitoringTranslationRef } from '../translation';
import { IntervalBar } from '../rollout/IntervalBar';
import styles from './model.module.css';

interface Props {
  answer: SliceHealth;
  metric: string;
}

type Row = SliceQuality & { id: string };

/** A table of slices with the interval of each beside the figure of all rows. */
export const SliceTable = ({ answer, metric }: Props) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { slices, overall } = answer;
  const ends = [
    ...slices.flatMap(({ lower, upper, value }) => [lower, upper, value]),
    overall.value,
  ].filter((end): end is number => typeof end === 'number');
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'slice',
      label: t('slices.slice'),
      isRowHeader: true,
      cell: row => (
        <CellText
          title={Object.entries(row.slice)
            .map(([name, value]) => `${name} = ${value}`)
            .join(', ')}
        />
      ),
    },
    {
      id: 'value',
      label: metric,
      width: 140,
      cell: row => (
        <Cell>
          <FigureText value={row.value} unit="" />
          {typeof row.lower === 'number' && typeof row.upper === 'number' && (
            <Text as="div" variant="body-small" color="secondary">
              {formatNumber(row.lower)} – {formatNumber(row.upper)}
            </Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'bar',
      label: t('slices.interval'),
      cell: row => (
        <Cell>
          <IntervalBar
            value={row.value}
            lower={row.lower}
            upper={row.upper}
            reference={overall.value}
            low={low}
            high={high}
          />
        </Cell>
      ),
    },
    {
      id: 'rows',
      label: t('slices.rows'),
      width: 110,
      cell: row => (
        <Cell>
          <FigureText value={row.rows} unit="" />
        </Cell>
      ),
    },
  ];
  const { tableProps } = useTable({
    mode: 'complete',
    data: slices.map(slice => ({ ...slice, id: JSON.stringify(slice.slice) })),
    paginationOptions: { pageSize: 10, pageSizeOptions: [10, 25, 50] },
  });
  return (
    <>
      <Text as="p" variant="body-small" color="secondary">
        {t('slices.overall', { metric })}{' '}
        <FigureText value={overall.value} unit="" />{' '}
        {t('slices.overallRows', {
          rows: overall.rows.toLocaleString('en-GB'),
        })}
      </Text>
      <div className={styles.table}>
        <Table
          columnConfig={columns}
          {...tableProps}
          {...(slices.length <= 10 && {
            pagination: { type: 'none' as const },
          })}
          emptyState={<Text color="secondary">{t('slices.none')}</Text>}
        />
      </div>
    </>
  );
};
