import { useState } from 'react';
import {
  MlModelVersion,
  ReadableMlModel,
  metricDirection,
} from '@airworthy/plugin-ml-models-common';
import {
  ChartPoint,
  LineFigure,
  formatMetricValue,
} from '@airworthy/plugin-ml-models-react';
import { Select, Text } from '@backstage/ui';
import { findMetric, listMetrics, metricKey, metricTitle } from './metricKeys';
import styles from './versions.module.css';

const DIRECTIONS = {
  'higher-is-better': 'higher is better',
  'lower-is-better': 'lower is better',
};

interface MetricHistoryProps {
  model: ReadableMlModel;
  /** Newest first. */
  versions: MlModelVersion[];
}

/** One metric over the versions of a model, with the baseline where one is named. */
export const MetricHistory = ({ model, versions }: MetricHistoryProps) => {
  const metrics = listMetrics(model, versions);
  const [chosen, setChosen] = useState<string>();
  const metric = metrics.find(m => metricKey(m) === chosen) ?? metrics[0];
  if (!metric) {
    return (
      <Text as="p" color="secondary">
        No version has metrics yet.
      </Text>
    );
  }
  const points: ChartPoint[] = [...versions].reverse().map(version => {
    const figure = findMetric(version, metric);
    return {
      x: version.version,
      values: { value: figure?.value, baseline: figure?.baseline },
    };
  });
  const hasBaseline = points.some(p => p.values.baseline !== undefined);
  const direction = metricDirection(metric);
  const format = (value: number) =>
    formatMetricValue({ value, unit: metric.unit });
  return (
    <LineFigure
      title={
        <>
          <bdi>{metricTitle(metric)}</bdi>
          {direction && `, ${DIRECTIONS[direction]}`}
        </>
      }
      description={`${metricTitle(metric)} by version, oldest first: ${points
        .map(({ x, values }) =>
          values.value === undefined
            ? `${x} unknown`
            : `${x} ${format(values.value)}`,
        )
        .join(', ')}`}
      xTitle="Version"
      yTitle={metric.unit ? `${metric.name} (${metric.unit})` : metric.name}
      series={[
        { key: 'value', label: metric.name },
        ...(hasBaseline ? [{ key: 'baseline', label: 'Baseline' }] : []),
      ]}
      points={points}
      formatValue={format}
      actions={
        metrics.length > 1 && (
          <Select
            aria-label="Metric"
            className={styles.metricSelect}
            searchable={metrics.length > 10}
            options={metrics.map(m => ({
              value: metricKey(m),
              label: metricTitle(m),
            }))}
            value={metricKey(metric)}
            onChange={key => setChosen(String(key))}
          />
        )
      }
    />
  );
};
