import type { MlModelVersion } from '@airworthy/plugin-ml-models-common';
import { CellText, ColumnConfig, Table, useTable } from '@backstage/ui';
import styles from './versions.module.css';

interface Row {
  id: string;
  side: 'Input' | 'Output';
  name: string;
  type: string;
  required?: boolean;
}

const COLUMNS: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    minWidth: 120,
    cell: row => <CellText title={row.name} />,
  },
  { id: 'side', label: 'Side', cell: row => <CellText title={row.side} /> },
  { id: 'type', label: 'Type', cell: row => <CellText title={row.type} /> },
  {
    id: 'required',
    label: 'Required',
    minWidth: 100,
    cell: row => <CellText title={requiredText(row.required)} />,
  },
];

function requiredText(required: boolean | undefined): string {
  if (required === undefined) return 'not said';
  return required ? 'yes' : 'no';
}

type Signature = NonNullable<MlModelVersion['signature']>;

/** What a version takes and answers. */
export const SignatureTable = ({ signature }: { signature: Signature }) => {
  const { inputs, outputs = [] } = signature;
  const rows: Row[] = [
    ...inputs.map((c, i) => ({ ...c, id: `in-${i}`, side: 'Input' as const })),
    ...outputs.map((c, i) => ({
      ...c,
      id: `out-${i}`,
      side: 'Output' as const,
    })),
  ];
  const { tableProps } = useTable({
    mode: 'complete',
    data: rows,
    paginationOptions: { type: rows.length > 20 ? 'page' : 'none' },
  });
  return (
    <div className={styles.scroll}>
      <Table {...tableProps} columnConfig={COLUMNS} />
    </div>
  );
};
