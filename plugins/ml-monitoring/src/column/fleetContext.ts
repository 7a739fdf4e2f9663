import { createContext } from 'react';
import { FleetEntry } from '@airworthy/plugin-ml-monitoring-common';

/** What is known of the deployments of a page. */
export interface ListedHealth {
  byRef: ReadonlyMap<string, FleetEntry>;
  loading: boolean;
  error?: Error;
}

export const FleetContext = createContext<ListedHealth>({
  byRef: new Map(),
  loading: true,
});
