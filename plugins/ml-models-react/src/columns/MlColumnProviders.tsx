import { ReactNode, useContext, useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { Entity } from '@backstage/catalog-model';
import { ColumnErrorBoundary } from './ColumnErrorBoundary';
import { LoadedColumn, LoadedColumnsContext } from './LoadedColumnsContext';
import { MlColumn } from './types';

interface OneProps {
  column: MlColumn;
  entities: Entity[];
  children: ReactNode;
}

interface KnownProps {
  id: string;
  state: LoadedColumn;
  children: ReactNode;
}

const Known = ({ id, state, children }: KnownProps) => {
  const outer = useContext(LoadedColumnsContext);
  const value = useMemo(() => ({ ...outer, [id]: state }), [outer, id, state]);
  return (
    <LoadedColumnsContext.Provider value={value}>
      {children}
    </LoadedColumnsContext.Provider>
  );
};

const OneProvider = ({ column, entities, children }: OneProps) => {
  const { value: components, error } = useAsync(() => column.load(), [column]);
  const state = useMemo(() => ({ components, error }), [components, error]);
  const Provider = components?.Provider;

  const content = (
    <Known id={column.id} state={state}>
      {children}
    </Known>
  );
  if (!Provider) return content;
  return (
    <ColumnErrorBoundary
      resetKey={entities}
      // The table without the provider: a fault of the table's own throws
      // again here and reaches the boundary of the page.
      fallback={failure => (
        <Known id={column.id} state={{ error: failure }}>
          {children}
        </Known>
      )}
    >
      <Provider entities={entities}>{content}</Provider>
    </ColumnErrorBoundary>
  );
};

/** Properties of {@link MlColumnProviders}. @public */
export interface MlColumnProvidersProps {
  columns: readonly MlColumn[];
  /** All entities of the page. */
  entities: Entity[];
  children: ReactNode;
}

/** Loads contributed columns and puts their providers around what shows their cells. @public */
export const MlColumnProviders = (props: MlColumnProvidersProps) => (
  <>
    {props.columns.reduceRight<ReactNode>(
      (inner, column) => (
        <OneProvider key={column.id} column={column} entities={props.entities}>
          {inner}
        </OneProvider>
      ),
      props.children,
    )}
  </>
);
