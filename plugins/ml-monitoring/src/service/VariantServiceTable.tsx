import {
  HealthCheck,
  VariantService,
  evaluateThreshold,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, ColumnConfig, Table, Text } from '@backstage/ui';
import { LineSample, StatusBadge } from '@airworthy/plugin-ml-models-react';
import { FigureText } from '../shared/figures/FigureText';
import { mlMonitoringTranslationRef } from '../translation';
import { limitText, limitsOf } from '../tab/checks/thresholdText';
import { useMonitoring } from '../tab/monitoringContext';
import { variantLabel } from '../tab/panel/chartSeries';
import { byVariant, variantSlot } from '../tab/variantLooks';
import styles from './service.module.css';

interface Props {
  variants: readonly VariantService[];
  checks: readonly HealthCheck[];
}

type Row = VariantService & { id: string };

interface Figure {
  id: string;
  label: string;
  metric?: string;
  unit: string;
  value: (row: Row) => number | null | undefined;
}

/** How each variant serves, held against its objectives. */
export const VariantServiceTable = ({ variants, checks }: Props) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { variants: listed } = useMonitoring();
  const figures: Figure[] = [
    {
      id: 'requests',
      label: t('service.requests'),
      unit: '',
      value: row => row.requests,
    },
    {
      id: 'rate',
      label: t('service.rate'),
      metric: 'rate',
      unit: '1/s',
      value: row => row.rate,
    },
    {
      id: 'errors',
      label: t('service.errorRatio'),
      metric: 'error_ratio',
      unit: 'ratio',
      value: row => row.errorRatio,
    },
    ...(['p50', 'p95', 'p99'] as const).map(name => ({
      id: name,
      label: t(`service.${name}`),
      metric: `latency_${name}`,
      unit: 'ms',
      value: (row: Row) => row.latency[name],
    })),
    ...(variants.some(({ saturation }) => typeof saturation === 'number')
      ? [
          {
            id: 'saturation',
            label: t('service.saturation'),
            metric: 'saturation',
            unit: 'ratio',
            value: (row: Row) => row.saturation,
          },
        ]
      : []),
  ];
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'variant',
      label: t('service.variant'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <span className={styles.name}>
            <LineSample slot={variantSlot(listed, row.variant)} />
            <Text variant="body-medium">
              {variantLabel(row, listed, t('variant.all'))}
            </Text>
          </span>
        </Cell>
      ),
    },
    ...figures.map(({ id, label, metric, unit, value }) => ({
      id,
      label,
      cell: (row: Row) => {
        const threshold =
          metric === undefined
            ? undefined
            : limitsOf(checks, metric, { variant: row.variant })?.threshold;
        const state = threshold && evaluateThreshold(value(row), threshold);
        const limits = limitText(threshold, unit, t);
        return (
          <Cell>
            <Text as="div" variant="body-medium">
              <FigureText value={value(row)} unit={unit} />
            </Text>
            {(state === 'warning' || state === 'critical') && (
              <StatusBadge status={state} />
            )}
            {limits && (
              <Text as="div" variant="body-small" color="secondary">
                {limits}
              </Text>
            )}
          </Cell>
        );
      },
    })),
  ];
  return (
    <div className={styles.table}>
      <Table
        columnConfig={columns}
        data={byVariant(listed, variants).map((variant, i) => ({
          ...variant,
          id: `${variant.variant ?? ''} ${variant.modelVersion ?? ''} ${i}`,
        }))}
        pagination={{ type: 'none' }}
        emptyState={<Text color="secondary">{t('service.none')}</Text>}
      />
    </div>
  );
};
