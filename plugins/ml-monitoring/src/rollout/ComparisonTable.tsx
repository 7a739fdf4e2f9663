import type {
  ComparedMetric,
  VariantComparison,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Cell, ColumnConfig, Table, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import {
  LineSample,
  download,
  formatNumber,
  toCsv,
} from '@airworthy/plugin-ml-models-react';
import { FigureText, Unknown } from '../shared/figures/FigureText';
import {
  formatBareChange,
  formatChange,
  formatFigure,
  unitFor,
} from '../shared/figures/formatFigure';
import { mlMonitoringTranslationRef } from '../translation';
import { useMonitoring } from '../tab/monitoringContext';
import { variantSlot } from '../tab/variantLooks';
import { IntervalBar } from './IntervalBar';
import { VerdictLabel } from './VerdictLabel';
import { Verdict, verdictOf } from './verdictOf';
import styles from './rollout.module.css';

type Row = ComparedMetric & { id: string };

const TONES: Record<Verdict, 'good' | 'bad' | 'neutral'> = {
  better: 'good',
  worse: 'bad',
  different: 'neutral',
  noDifference: 'neutral',
  notEnough: 'neutral',
  unknown: 'neutral',
};

const finite = (value: number | null | undefined) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const DifferenceCell = ({ metric }: { metric: ComparedMetric }) => {
  const { difference } = metric;
  const unit = unitFor(metric.metric, metric.unit);
  const value = finite(difference.difference);
  const lower = finite(difference.interval.lower);
  const upper = finite(difference.interval.upper);
  const reach = Math.max(
    ...[value, lower, upper].map(end => Math.abs(end ?? 0)),
  );
  const p = finite(difference.pValue);
  return (
    <>
      <div className={styles.difference}>
        {value === undefined ? (
          <Unknown />
        ) : (
          <Text variant="body-medium" weight="bold">
            {formatChange(value, unit)}
          </Text>
        )}
        {lower !== undefined && upper !== undefined && (
          <Text variant="body-small" color="secondary">
            {formatBareChange(lower, unit)} … {formatBareChange(upper, unit)}
          </Text>
        )}
      </div>
      <IntervalBar
        value={value}
        lower={lower}
        upper={upper}
        reference={0}
        low={-reach}
        high={reach}
        tone={TONES[verdictOf(metric)]}
      />
      <Text as="div" variant="body-small" color="secondary">
        {difference.method}
        {p !== undefined && `, p ${formatNumber(p)}`}
      </Text>
    </>
  );
};

/** The figures of two variants with their difference, its interval, and whether that is enough to decide by. */
export const ComparisonTable = (props: { comparison: VariantComparison }) => {
  const { metrics, stable, candidate } = props.comparison;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { variants, entityRef } = useMonitoring();
  const side = (
    id: 'stable' | 'candidate',
    name: string,
  ): ColumnConfig<Row> => ({
    id,
    label: name,
    cell: row => (
      <Cell>
        <span className={styles.side}>
          <LineSample slot={variantSlot(variants, name)} />
          <FigureText
            value={row.difference[id]}
            unit={unitFor(row.metric, row.unit)}
          />
        </span>
        <Text as="div" variant="body-small" color="secondary">
          {t('slices.overallRows', {
            rows: (row.difference.rows[id] ?? 0).toLocaleString('en-GB'),
          })}
        </Text>
      </Cell>
    ),
  });
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'metric',
      label: t('rollout.metric'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <Text variant="body-medium">{row.title}</Text>
        </Cell>
      ),
    },
    side('stable', stable.variant),
    side('candidate', candidate.variant),
    {
      id: 'difference',
      label: t('rollout.difference'),
      defaultWidth: '2fr',
      minWidth: 260,
      cell: row => (
        <Cell>
          <DifferenceCell metric={row} />
        </Cell>
      ),
    },
    {
      id: 'verdict',
      label: t('rollout.verdict'),
      defaultWidth: '1fr',
      minWidth: 180,
      cell: row => (
        <Cell>
          <VerdictLabel verdict={verdictOf(row)} />
          {row.difference.enough.reason && (
            <Text as="div" variant="body-small" color="secondary">
              {row.difference.enough.reason}
            </Text>
          )}
        </Cell>
      ),
    },
  ];
  const csv = () =>
    toCsv<ComparedMetric>(
      [
        { head: 'metric', value: row => row.metric },
        { head: 'unit', value: row => row.unit },
        { head: stable.variant, value: row => finite(row.difference.stable) },
        {
          head: candidate.variant,
          value: row => finite(row.difference.candidate),
        },
        { head: 'difference', value: row => finite(row.difference.difference) },
        { head: 'lower', value: row => finite(row.difference.interval.lower) },
        { head: 'upper', value: row => finite(row.difference.interval.upper) },
        { head: 'p_value', value: row => finite(row.difference.pValue) },
        { head: 'method', value: row => row.difference.method },
        { head: 'rows_stable', value: row => row.difference.rows.stable },
        { head: 'rows_candidate', value: row => row.difference.rows.candidate },
        { head: 'enough', value: row => String(row.difference.enough.enough) },
      ],
      metrics,
    );
  return (
    <>
      <div className={styles.table}>
        <Table
          columnConfig={columns}
          data={metrics.map(metric => ({ ...metric, id: metric.metric }))}
          pagination={{ type: 'none' }}
          emptyState={<Text color="secondary">{t('rollout.noMetrics')}</Text>}
        />
      </div>
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine aria-hidden />}
          onPress={() =>
            download(csv(), `${entityRef.split('/').pop()}-comparison.csv`)
          }
        >
          {t('csv')}
        </Button>
      </div>
      <Text as="p" variant="body-small" color="secondary">
        {t('rollout.scales', {
          level: String(
            Math.round(
              (formatFigure(metrics[0]?.difference.interval.level, '')
                ? metrics[0].difference.interval.level
                : 0.95) * 100,
            ),
          ),
        })}
      </Text>
    </>
  );
};
