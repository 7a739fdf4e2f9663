import type { FeatureDetail } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, ColumnConfig, Table } from '@backstage/ui';
import { FigureText } from '../shared/figures/FigureText';
import { formatKnown } from '../shared/figures/formatFigure';
import { mlMonitoringTranslationRef } from '../translation';
import styles from './data.module.css';

interface Row {
  id: string;
  probability: number;
  reference: number | null;
  current: number | null;
}

/** Quantiles of the baseline and of the period. */
export const QuantileTable = (props: {
  quantiles: NonNullable<FeatureDetail['quantiles']>;
}) => {
  const { probabilities, reference, current } = props.quantiles;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'probability',
      label: t('data.quantile'),
      isRowHeader: true,
      cell: row => <CellText title={formatKnown(row.probability, 'ratio')} />,
    },
    {
      id: 'reference',
      label: t('data.reference'),
      cell: row => (
        <Cell>
          <FigureText value={row.reference} unit="" />
        </Cell>
      ),
    },
    {
      id: 'current',
      label: t('data.current'),
      cell: row => (
        <Cell>
          <FigureText value={row.current} unit="" />
        </Cell>
      ),
    },
  ];
  return (
    <div className={`${styles.table} ${styles.narrow}`}>
      <Table
        columnConfig={columns}
        data={probabilities.map((probability, i) => ({
          id: String(probability),
          probability,
          reference: reference[i] ?? null,
          current: current[i] ?? null,
        }))}
        pagination={{ type: 'none' }}
      />
    </div>
  );
};
