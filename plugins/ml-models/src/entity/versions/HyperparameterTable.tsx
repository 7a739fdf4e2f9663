import type { MlModelVersion } from '@airworthy/plugin-ml-models-common';
import { CellText, ColumnConfig, Table, Text, useTable } from '@backstage/ui';
import styles from './versions.module.css';

interface Row {
  id: string;
  before?: string;
  after?: string;
}

function rowsOf(before: MlModelVersion, after: MlModelVersion): Row[] {
  const old = before.hyperparameters ?? {};
  const current = after.hyperparameters ?? {};
  const names = [
    ...new Set([...Object.keys(current), ...Object.keys(old)]),
  ].sort();
  return names.map(id => ({
    id,
    before: Object.hasOwn(old, id) ? String(old[id]) : undefined,
    after: Object.hasOwn(current, id) ? String(current[id]) : undefined,
  }));
}

const valueColumn = (
  side: 'before' | 'after',
  label: string,
): ColumnConfig<Row> => ({
  id: side,
  label,
  minWidth: 130,
  cell: row => (
    <CellText
      title={row[side] ?? 'not set'}
      color={row[side] === undefined ? 'secondary' : undefined}
    />
  ),
});

interface HyperparameterTableProps {
  before: MlModelVersion;
  after: MlModelVersion;
}

/** The hyperparameters of two versions, where either has any. */
export const HyperparameterTable = (props: HyperparameterTableProps) => {
  const { before, after } = props;
  const rows = rowsOf(before, after);
  const { tableProps } = useTable({
    mode: 'complete',
    data: rows,
    paginationOptions: { type: rows.length > 20 ? 'page' : 'none' },
  });
  if (rows.length === 0) return null;
  const changed = rows.filter(row => row.before !== row.after).length;
  return (
    <div className={styles.comparison}>
      <Text as="h4" weight="bold">
        Hyperparameters, {changed} changed
      </Text>
      <div className={styles.scroll}>
        <Table
          {...tableProps}
          columnConfig={[
            {
              id: 'name',
              label: 'Name',
              isRowHeader: true,
              minWidth: 130,
              cell: row => <CellText title={row.id} />,
            },
            valueColumn('before', `Version ${before.version}`),
            valueColumn('after', `Version ${after.version}`),
            {
              id: 'change',
              label: 'Change',
              minWidth: 90,
              cell: row => (
                <CellText
                  title={row.before === row.after ? 'same' : 'changed'}
                  color={row.before === row.after ? 'secondary' : undefined}
                />
              ),
            },
          ]}
        />
      </div>
    </div>
  );
};
