import { createContext, useContext } from 'react';
import type { MlDeploymentVariant } from '@airworthy/plugin-ml-models-common';
import type {
  DeploymentQuery,
  DeploymentStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import type { MonitoringPlace } from '../shared/monitoringPaths';
import type { TabState } from './state/tabState';
import type { ChangeTab } from './state/useTabState';

/** What all pages of the tab share. */
export interface Monitoring {
  entityRef: string;
  /** As the entity lists them, for names and the looks of their lines. */
  variants: MlDeploymentVariant[];
  /** Absent while it is read, or where that failed. */
  status?: DeploymentStatus;
  statusError?: Error;
  reloadStatus: () => void;
  state: TabState;
  change: ChangeTab;
  /** The question of every panel. */
  query: DeploymentQuery;
  /** Counts up when everything is to be read anew. */
  tick: number;
  /** The address of a place in the tab; period, baseline and variant stay unless it has its own. */
  hrefOf: (place: MonitoringPlace) => string;
  onMute: (checkId: string) => void;
}

export const MonitoringContext = createContext<Monitoring | undefined>(
  undefined,
);

/** What all pages of the tab share. */
export function useMonitoring(): Monitoring {
  const value = useContext(MonitoringContext);
  if (!value) throw new Error('used outside of the monitoring tab');
  return value;
}
