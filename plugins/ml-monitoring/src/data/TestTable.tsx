import type { DriftAssessment } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, ColumnConfig, Table, Text } from '@backstage/ui';
import { StatusBadge, formatNumber } from '@airworthy/plugin-ml-models-react';
import { FigureText } from '../shared/figures/FigureText';
import { driftLimits, limitText } from '../tab/checks/thresholdText';
import { mlMonitoringTranslationRef } from '../translation';
import styles from './data.module.css';

interface Props {
  tests: readonly DriftAssessment[];
  /** The one that the status is by. */
  own?: DriftAssessment;
}

type Row = DriftAssessment & { id: string };

/** The figure under every test: one may be calm where another alarms. */
export const TestTable = ({ tests, own }: Props) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const isOwn = ({ plan }: DriftAssessment) =>
    own !== undefined &&
    plan.test === own.plan.test &&
    plan.ruleSet === own.plan.ruleSet;
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'test',
      label: t('data.test.label'),
      isRowHeader: true,
      defaultWidth: '3fr',
      cell: row => (
        <Cell>
          <Text
            as="div"
            variant="body-medium"
            weight={isOwn(row) ? 'bold' : 'regular'}
          >
            {row.plan.title}
          </Text>
          <Text as="div" variant="body-small" color="secondary">
            {[
              t(`data.rules.${row.plan.ruleSet}`),
              limitText(driftLimits(row.limits, row.plan.figure), '', t),
              isOwn(row) ? t('data.statusBy') : undefined,
              row.reason,
            ]
              .filter(Boolean)
              .join('; ')}
          </Text>
        </Cell>
      ),
    },
    {
      id: 'figure',
      label: t('data.figure'),
      defaultWidth: '2fr',
      cell: row => (
        <Cell>
          <div>
            {row.plan.figure === 'p-value' && 'p '}
            <FigureText value={row.value} unit="" />
          </div>
          {row.error > 0 && (
            <Text as="div" variant="body-small" color="secondary">
              {t('data.error', { error: formatNumber(row.error) })}
            </Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'status',
      label: t('data.column.status'),
      width: 112,
      cell: row => (
        <Cell>
          <StatusBadge status={row.status} />
        </Cell>
      ),
    },
  ];
  return (
    <div className={`${styles.table} ${styles.narrow}`}>
      <Table
        columnConfig={columns}
        data={tests.map((test, i) => ({
          ...test,
          id: `${test.plan.ruleSet} ${test.plan.test} ${i}`,
        }))}
        pagination={{ type: 'none' }}
        emptyState={<Text color="secondary">{t('data.noTests')}</Text>}
      />
    </div>
  );
};
