import type {
  MlModelMetric,
  MlModelVersion,
  ReadableMlModel,
} from '@airworthy/plugin-ml-models-common';
import {
  ExternalLink,
  formatDate,
  formatMetricValue,
  safeHref,
} from '@airworthy/plugin-ml-models-react';
import { Cell, CellText, ColumnConfig, Table, Text } from '@backstage/ui';
import { Aliases } from './Aliases';
import { VersionLinks } from './VersionLinks';
import { findMetric, listMetrics, metricKey } from './metricKeys';
import styles from './versions.module.css';

type Row = MlModelVersion & { id: string };

const SHOWN_METRICS = 3;

const BEFORE: ColumnConfig<Row>[] = [
  {
    id: 'version',
    label: 'Version',
    isRowHeader: true,
    minWidth: 180,
    cell: row => (
      <Cell>
        <div className={styles.version} dir="auto">
          <Text weight="bold">
            <bdi>{row.version}</bdi>
          </Text>
          <Aliases aliases={row.aliases} />
          {row.description && (
            <Text variant="body-small" color="secondary">
              {row.description}
            </Text>
          )}
        </div>
      </Cell>
    ),
  },
  {
    id: 'created',
    label: 'Created',
    minWidth: 110,
    cell: row => (
      <CellText title={row.createdAt ? formatDate(row.createdAt) : 'unknown'} />
    ),
  },
];

const AFTER: ColumnConfig<Row>[] = [
  {
    id: 'links',
    label: 'Links',
    minWidth: 140,
    cell: row => (
      <Cell>
        <VersionLinks version={row} />
      </Cell>
    ),
  },
];

function metricColumn(metric: MlModelMetric): ColumnConfig<Row> {
  return {
    id: metricKey(metric),
    label: metric.name,
    minWidth: 110,
    cell: row => {
      const figure = findMetric(row, metric);
      if (!figure) return <CellText title="unknown" color="secondary" />;
      return (
        <Cell>
          <div className={styles.metric}>
            {safeHref(figure.source) ? (
              <ExternalLink
                href={figure.source}
                aria-label={`Source of ${metric.name} of version ${row.version}`}
              >
                {formatMetricValue(figure)}
              </ExternalLink>
            ) : (
              <Text>{formatMetricValue(figure)}</Text>
            )}
            {metric.dataset && (
              <Text variant="body-x-small" color="secondary">
                {metric.dataset}
              </Text>
            )}
          </div>
        </Cell>
      );
    },
  };
}

interface VersionsTableProps {
  model: ReadableMlModel;
  /** Newest first. */
  versions: MlModelVersion[];
}

/** The versions of a model with their main metrics. */
export const VersionsTable = ({ model, versions }: VersionsTableProps) => {
  const metrics = listMetrics(model, versions)
    .filter(m => !m.slice)
    .slice(0, SHOWN_METRICS);
  return (
    <div className={styles.scroll}>
      <Table
        columnConfig={[...BEFORE, ...metrics.map(metricColumn), ...AFTER]}
        data={versions.map(version => ({ ...version, id: version.version }))}
        pagination={{ type: 'none' }}
      />
    </div>
  );
};
