import type {
  SourceAnswer,
  TimeWindow,
} from '@airworthy/plugin-ml-monitoring-common';
import type { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';

/** Type of the source. */
export const SOURCE_TYPE = 'duckdb';

/** Which log is read, as the entity names it. */
export const sourceName = (deployment: MonitoredDeployment) =>
  deployment.monitoring.inferenceLog?.path ?? 'inference logs';

/** What every answer says of itself. */
export function sourceAnswer(
  deployment: MonitoredDeployment,
  answer: {
    window: TimeWindow;
    rowsRead: number;
    freshAt?: string | null;
    notices: string[];
    now: number;
  },
): SourceAnswer {
  const { window, rowsRead, freshAt, notices, now } = answer;
  return {
    source: { type: SOURCE_TYPE, name: sourceName(deployment) },
    window,
    rowsRead,
    ...(freshAt && { freshAt }),
    answeredAt: new Date(now).toISOString(),
    notices: [...new Set(notices)],
  };
}
