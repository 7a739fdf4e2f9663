import { createContext } from 'react';
import { MlColumnComponents } from './types';

/** What became of loading a column: neither while it is under way. */
export interface LoadedColumn {
  components?: MlColumnComponents;
  error?: Error;
}

/** By id of the column. */
export const LoadedColumnsContext = createContext<
  Readonly<Record<string, LoadedColumn>>
>({});
