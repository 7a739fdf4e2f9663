import { useContext } from 'react';
import { Entity } from '@backstage/catalog-model';
import { ExtensionBoundary } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { ColumnError } from './ColumnError';
import { ColumnErrorBoundary } from './ColumnErrorBoundary';
import { LoadedColumnsContext } from './LoadedColumnsContext';
import { MlColumn } from './types';

/** Properties of {@link MlColumnCell}. @public */
export interface MlColumnCellSlotProps {
  column: MlColumn;
  entity: Entity;
}

/** A contributed column's content for one entity, inside {@link MlColumnProviders}. @public */
export const MlColumnCell = ({ column, entity }: MlColumnCellSlotProps) => {
  const { components, error } =
    useContext(LoadedColumnsContext)[column.id] ?? {};
  if (error) return <ColumnError title={column.title} error={error} />;
  if (!components) return <Skeleton width={72} height={16} />;
  const { Cell } = components;
  return (
    <ExtensionBoundary node={column.node}>
      <ColumnErrorBoundary
        resetKey={entity}
        fallback={failure => (
          <ColumnError title={column.title} error={failure} />
        )}
      >
        <Cell entity={entity} />
      </ColumnErrorBoundary>
    </ExtensionBoundary>
  );
};
