import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { MonitoringSource } from './MonitoringSource';

/** Where modules add sources of health data. @public */
export interface MlMonitoringSourcesExtensionPoint {
  /** Adds sources; each must have a type of its own. */
  addSources(...sources: MonitoringSource[]): void;
}

/** Where modules add sources of health data. @public */
export const mlMonitoringSourcesExtensionPoint =
  createExtensionPoint<MlMonitoringSourcesExtensionPoint>({
    id: 'ml-monitoring.sources',
  });
