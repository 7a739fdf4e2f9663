import type {
  ClassQuality,
  Estimate,
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
import { FigureText } from '../shared/figures/FigureText';
import { formatFigure } from '../shared/figures/formatFigure';
import { mlMonitoringTranslationRef } from '../translation';
import styles from './model.module.css';

type Row = ClassQuality & { id: string };

const FIGURES = ['precision', 'recall', 'f1', 'specificity'] as const;

const EstimateCell = (estimate: Estimate) => {
  const lower = formatFigure(estimate.interval?.lower, '');
  const upper = formatFigure(estimate.interval?.upper, '');
  return (
    <>
      <FigureText value={estimate.value} unit="" />
      {lower !== undefined && upper !== undefined && (
        <Text as="div" variant="body-small" color="secondary">
          {lower} – {upper}
        </Text>
      )}
    </>
  );
};

/** How well each class is told from the others. */
export const ClassTable = (props: { classes: readonly ClassQuality[] }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'class',
      label: t('model.class'),
      isRowHeader: true,
      cell: row => <CellText title={row.class} />,
    },
    ...FIGURES.map(name => ({
      id: name,
      label: t(`metric.${name}`),
      cell: (row: Row) => (
        <Cell>
          <EstimateCell {...row[name]} />
        </Cell>
      ),
    })),
    {
      id: 'support',
      label: t('model.support'),
      cell: row => (
        <Cell>
          <FigureText value={row.support} unit="" />
        </Cell>
      ),
    },
  ];
  const { tableProps } = useTable({
    mode: 'complete',
    data: props.classes.map(item => ({ ...item, id: item.class })),
    paginationOptions: { pageSize: 10, pageSizeOptions: [10, 25, 50] },
  });
  return (
    <div className={styles.table}>
      <Table
        columnConfig={columns}
        {...tableProps}
        {...(props.classes.length <= 10 && {
          pagination: { type: 'none' as const },
        })}
      />
    </div>
  );
};
