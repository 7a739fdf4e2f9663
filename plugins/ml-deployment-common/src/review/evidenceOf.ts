import {
  ComparedMetric,
  normalQuantile,
} from '@airworthy/plugin-ml-monitoring-common';
import { Evidence } from './types';

/** The evidence in what the monitoring plugin says of two variants. @public */
export function evidenceOf(metrics: readonly ComparedMetric[]): Evidence[] {
  return metrics.map(({ metric, difference }) => {
    const { interval, enough } = difference;
    const z = normalQuantile((1 + interval.level) / 2);
    return {
      metric,
      stable: difference.stable,
      candidate: difference.candidate,
      standardError: (interval.upper - interval.lower) / (2 * z),
      rows: difference.rows,
      enough: enough.enough,
      ...(enough.reason ? { reason: enough.reason } : {}),
      method: difference.method,
    };
  });
}
