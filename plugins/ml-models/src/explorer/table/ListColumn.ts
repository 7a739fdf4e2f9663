import { ReactNode } from 'react';
import { Entity } from '@backstage/catalog-model';

/** A row of a list. */
export interface ListRow {
  /** Reference of the entity. */
  id: string;
  entity: Entity;
}

/** A column of a list. */
export interface ListColumn<Row extends ListRow> {
  id: string;
  label: string;
  content: (row: Row) => ReactNode;
  isSortable?: boolean;
  /** The column that names the row; it cannot be hidden. */
  isRowHeader?: boolean;
  /** Least width in pixels. */
  minWidth: number;
  /** Share of the room that is left. */
  grow?: number;
}
