import { ROLE_TITLES, formatPercent } from '@airworthy/plugin-ml-models-react';
import { MlDeploymentVariant } from '@airworthy/plugin-ml-models-common';
import { Cell, CellText, ColumnConfig, Table } from '@backstage/ui';
import { RelatedName } from '../related/RelatedName';
import type { ModelDeployment } from './ModelDeploymentsCard';
import styles from './model.module.css';

interface Row extends ModelDeployment {
  id: string;
  variant?: MlDeploymentVariant;
}

const COLUMNS: ColumnConfig<Row>[] = [
  {
    id: 'deployment',
    label: 'Deployment',
    minWidth: 150,
    isRowHeader: true,
    cell: row => (
      <Cell>
        <RelatedName entityRef={row.entityRef} entity={row.deployment} />
      </Cell>
    ),
  },
  {
    id: 'environment',
    label: 'Environment',
    minWidth: 100,
    cell: row => (
      <CellText title={row.deployment?.spec.environment ?? 'unknown'} />
    ),
  },
  {
    id: 'variant',
    label: 'Variant',
    minWidth: 100,
    isRowHeader: true,
    cell: row => <CellText title={row.variant?.name ?? 'unknown'} />,
  },
  {
    id: 'role',
    label: 'Role',
    minWidth: 100,
    cell: row => (
      <CellText
        title={row.variant ? ROLE_TITLES[row.variant.role] : 'unknown'}
      />
    ),
  },
  {
    id: 'version',
    label: 'Version',
    minWidth: 100,
    cell: row => <CellText title={row.variant?.version ?? 'unknown'} />,
  },
  {
    id: 'traffic',
    label: 'Traffic',
    minWidth: 100,
    cell: row => <CellText title={trafficOf(row.variant)} />,
  },
];

function trafficOf(variant: MlDeploymentVariant | undefined): string {
  if (!variant) return 'unknown';
  const share = formatPercent(variant.traffic);
  return variant.role === 'shadow' ? `${share} copied` : share;
}

function rowsOf(item: ModelDeployment): Row[] {
  const { entityRef, deployment } = item;
  const variants = deployment?.spec.variants ?? [];
  if (variants.length === 0) return [{ ...item, id: entityRef }];
  return variants.map(variant => ({
    ...item,
    id: `${entityRef} ${variant.name}`,
    variant,
  }));
}

/** The table form of the traffic of a model's deployments. */
export const ModelTrafficTable = (props: {
  deployments: ModelDeployment[];
}) => (
  <div className={styles.scroll}>
    <Table
      columnConfig={COLUMNS}
      data={props.deployments.flatMap(rowsOf)}
      pagination={{ type: 'none' }}
    />
  </div>
);
