import { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import { SourceRegistry } from '../sources/SourceRegistry';

/** Said of a deployment that cannot be evaluated. */
export const NO_SOURCE =
  'No source of service, data or model health is declared';

/** Whether any source tells what checks are made of. */
export function hasHealthSource(
  registry: SourceRegistry,
  deployment: MonitoredDeployment,
): boolean {
  return (['service', 'data', 'model'] as const).some(
    capability => registry.with(capability, deployment).length > 0,
  );
}
