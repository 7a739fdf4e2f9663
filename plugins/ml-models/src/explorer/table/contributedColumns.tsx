import { MlColumn, MlColumnCell } from '@airworthy/plugin-ml-models-react';
import { ListColumn, ListRow } from './ListColumn';

/** Columns of other plugins as columns of a list. */
export function contributedColumns<Row extends ListRow>(
  columns: readonly MlColumn[],
): ListColumn<Row>[] {
  return columns.map(column => ({
    id: column.id,
    label: column.title,
    minWidth: 120,
    content: row => <MlColumnCell column={column} entity={row.entity} />,
  }));
}
