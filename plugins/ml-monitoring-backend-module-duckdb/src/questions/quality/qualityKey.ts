import type { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';

/** What quality depends on besides the log itself. */
export function qualityKey({ task, monitoring }: MonitoredDeployment) {
  const { positiveLabel, decisionThreshold } = monitoring.inferenceLog ?? {};
  return [task, positiveLabel ?? null, decisionThreshold ?? null];
}
