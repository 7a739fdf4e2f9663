import {
  MlDeploymentVariant,
  MlModelVersion,
  ReadableMlModel,
  primaryMetric,
} from '@airworthy/plugin-ml-models-common';
import {
  ROLE_TITLES,
  formatDate,
  formatMetricValue,
  formatPercent,
} from '@airworthy/plugin-ml-models-react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, ColumnConfig, Skeleton, Table } from '@backstage/ui';
import styles from './deployment.module.css';

interface Row extends MlDeploymentVariant {
  id: string;
  /** The version as its model lists it. */
  listed?: MlModelVersion;
}

function versionNote(row: Row, model: ReadableMlModel | undefined) {
  if (!model) return undefined;
  if (!row.listed) return 'not listed by the model';
  return row.listed.createdAt ? formatDate(row.listed.createdAt) : undefined;
}

function columnsFor(
  model: ReadableMlModel | undefined,
  versionsHref: string | undefined,
  isLoading: boolean,
): ColumnConfig<Row>[] {
  return [
    {
      id: 'variant',
      label: 'Variant',
      minWidth: 110,
      isRowHeader: true,
      cell: row => <CellText title={row.name} />,
    },
    {
      id: 'role',
      label: 'Role',
      minWidth: 120,
      cell: row => <CellText title={ROLE_TITLES[row.role]} />,
    },
    {
      id: 'version',
      label: 'Version',
      minWidth: 150,
      cell: row => (
        <CellText
          title={row.version}
          description={versionNote(row, model)}
          href={row.listed && versionsHref}
        />
      ),
    },
    {
      id: 'traffic',
      label: 'Traffic',
      minWidth: 90,
      cell: row => (
        <CellText
          title={formatPercent(row.traffic)}
          description={row.role === 'shadow' ? 'copies only' : undefined}
        />
      ),
    },
    {
      id: 'metric',
      label: 'Main metric',
      minWidth: 130,
      cell: row => {
        if (isLoading) {
          return (
            <Cell>
              <Skeleton width={64} height={16} aria-label="Loading" />
            </Cell>
          );
        }
        const metric = model && row.listed && primaryMetric(model, row.listed);
        return metric ? (
          <CellText
            title={formatMetricValue(metric)}
            description={metric.name}
          />
        ) : (
          <CellText title="unknown" color="secondary" />
        );
      },
    },
  ];
}

interface VariantTableProps {
  variants: MlDeploymentVariant[];
  model?: ReadableMlModel;
  /** Whether the model is still read. */
  isLoading: boolean;
}

/** The versions behind an endpoint, with their role, traffic and main metric. */
export const VariantTable = ({
  variants,
  model,
  isLoading,
}: VariantTableProps) => {
  const entityHref = useEntityRefLink();
  return (
    <div className={styles.scroll}>
      <Table
        columnConfig={columnsFor(
          model,
          model && `${entityHref(model)}/versions`,
          isLoading,
        )}
        data={variants.map(variant => ({
          ...variant,
          id: variant.name,
          listed: model?.spec.versions?.find(
            v => v.version === variant.version,
          ),
        }))}
        pagination={{ type: 'none' }}
      />
    </div>
  );
};
