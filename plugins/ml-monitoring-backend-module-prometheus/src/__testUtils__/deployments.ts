import { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';

/** A deployment with a stable and a candidate variant. */
export function deployment(
  monitoring: MonitoredDeployment['monitoring'],
  rest: Partial<MonitoredDeployment> = {},
): MonitoredDeployment {
  return {
    entityRef: 'mldeployment:default/churn-production',
    task: 'classification',
    monitoring,
    variants: [
      { name: 'stable', role: 'stable', version: '1', traffic: 80 },
      { name: 'canary', role: 'candidate', version: '2', traffic: 20 },
    ],
    names: { deployment: 'churn-production', model: 'churn' },
    ...rest,
  };
}

/** A deployment with one variant. */
export function singleDeployment(
  monitoring: MonitoredDeployment['monitoring'],
  rest: Partial<MonitoredDeployment> = {},
): MonitoredDeployment {
  return deployment(monitoring, {
    variants: [{ name: 'stable', role: 'stable', version: '1', traffic: 100 }],
    ...rest,
  });
}
