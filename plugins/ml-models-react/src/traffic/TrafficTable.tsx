import type { MlDeploymentVariant } from '@airworthy/plugin-ml-models-common';
import { CellText, ColumnConfig, Table } from '@backstage/ui';
import { formatPercent } from '../format/numbers';
import { ROLE_TITLES } from './describeTraffic';

type Row = MlDeploymentVariant & { id: string };

const COLUMNS: ColumnConfig<Row>[] = [
  {
    id: 'variant',
    label: 'Variant',
    isRowHeader: true,
    cell: row => <CellText title={row.name} />,
  },
  {
    id: 'role',
    label: 'Role',
    cell: row => <CellText title={ROLE_TITLES[row.role]} />,
  },
  {
    id: 'version',
    label: 'Version',
    cell: row => <CellText title={row.version} />,
  },
  {
    id: 'traffic',
    label: 'Traffic',
    cell: row => (
      <CellText
        title={
          row.role === 'shadow'
            ? `${formatPercent(row.traffic)} copied`
            : formatPercent(row.traffic)
        }
      />
    ),
  },
];

/** Properties of {@link TrafficTable}. @public */
export interface TrafficTableProps {
  variants: readonly MlDeploymentVariant[];
}

/** The table form of {@link TrafficBar}. @public */
export const TrafficTable = ({ variants }: TrafficTableProps) => (
  <Table
    columnConfig={COLUMNS}
    data={variants.map(v => ({ ...v, id: v.name }))}
    pagination={{ type: 'none' }}
    emptyState="No variants listed."
  />
);
