import { ComponentType, ReactNode } from 'react';
import { Entity } from '@backstage/catalog-model';
import { AppNode } from '@backstage/frontend-plugin-api';

/** What the cell of a contributed column is given. @public */
export interface MlColumnCellProps {
  entity: Entity;
}

/** What the provider of a contributed column is given. @public */
export interface MlColumnProviderProps {
  /** All entities of the page, so that one request can serve every cell. */
  entities: Entity[];
  children: ReactNode;
}

/** The components of a contributed column. @public */
export interface MlColumnComponents {
  Cell: ComponentType<MlColumnCellProps>;
  /** Stands around the table; its cells read what it fetched from a context of the plugin's own. */
  Provider?: ComponentType<MlColumnProviderProps>;
}

/** Parameters of a contributed column. @public */
export interface MlColumnParams {
  /** Head of the column. */
  title: string;
  /** Loads the components when the page is shown. */
  loader: () => Promise<MlColumnComponents>;
  /** Paths of entity fields that the cell reads beyond those that the page asks for, such as `metadata.annotations`. */
  fields?: string[];
}

/** A contributed column as the page that shows it gets it. @public */
export interface MlColumn {
  /** Unique in the app: the id of the extension. */
  id: string;
  title: string;
  fields: string[];
  node: AppNode;
  /** Loads the components; the same promise every time until it fails. */
  load: () => Promise<MlColumnComponents>;
}
