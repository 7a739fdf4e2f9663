import {
  DEFAULT_THRESHOLD_WINDOWS,
  MlThreshold,
} from '@airworthy/plugin-ml-models-common';
import { formatNumber } from '@airworthy/plugin-ml-models-react';
import { CellText, ColumnConfig, Table, useTable } from '@backstage/ui';
import styles from './deployment.module.css';

type Row = MlThreshold & { id: string };

const limitColumn = (
  id: 'warning' | 'critical',
  label: string,
): ColumnConfig<Row> => ({
  id,
  label,
  minWidth: 120,
  cell: row => {
    const limit = row[id];
    if (limit === undefined) return <CellText title="none" color="secondary" />;
    const side = row.direction === 'below' ? 'below' : 'above';
    return <CellText title={`${side} ${formatNumber(limit)}`} />;
  },
});

const COLUMNS: ColumnConfig<Row>[] = [
  {
    id: 'metric',
    label: 'Metric',
    isRowHeader: true,
    minWidth: 170,
    cell: row => (
      <CellText
        title={row.metric}
        description={
          [
            row.feature && `feature ${row.feature}`,
            row.variant && `variant ${row.variant}`,
          ]
            .filter(Boolean)
            .join(', ') || undefined
        }
      />
    ),
  },
  limitColumn('warning', 'Warning'),
  limitColumn('critical', 'Critical'),
  {
    id: 'windows',
    label: 'After',
    minWidth: 120,
    cell: row => {
      const windows = row.windows ?? DEFAULT_THRESHOLD_WINDOWS;
      return (
        <CellText
          title={windows === 1 ? '1 window' : `${windows} windows in a row`}
        />
      );
    },
  },
];

/** The limits that a deployment declares. */
export const ThresholdTable = ({
  thresholds,
}: {
  thresholds: MlThreshold[];
}) => {
  const { tableProps } = useTable({
    mode: 'complete',
    data: thresholds.map((threshold, i) => ({ ...threshold, id: String(i) })),
    paginationOptions: { type: thresholds.length > 20 ? 'page' : 'none' },
  });
  return (
    <div className={styles.scroll}>
      <Table {...tableProps} columnConfig={COLUMNS} />
    </div>
  );
};
