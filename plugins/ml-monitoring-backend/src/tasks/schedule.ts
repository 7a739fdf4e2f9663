import { SchedulerService } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';
import { DateTime } from 'luxon';
import { MlMonitoringConfig } from '../config';
import { StatusHistoryStore } from '../database/StatusHistoryStore';
import { StatusStore } from '../database/StatusStore';
import { FleetSweep } from './FleetSweep';

// Every replica has asked for removals many times by then.
const REMOVALS_KEPT = { days: 30 };

/** Schedules all that the plugin does by itself. */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  config: MlMonitoringConfig;
  sweep: FleetSweep;
  history: StatusHistoryStore;
  statuses: StatusStore;
}): Promise<void> {
  const { scheduler, config } = options;

  await scheduler.scheduleTask({
    id: 'ml-monitoring-sweep',
    ...config.schedule,
    scope: 'global',
    fn: signal => options.sweep.run(signal),
  });

  await scheduler.scheduleTask({
    id: 'ml-monitoring-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 10 },
    fn: async () => {
      const before = (span: HumanDuration) =>
        DateTime.utc().minus(span).toJSDate();
      await options.history.prune({
        changes: before(config.retention.changes),
        hours: before(config.retention.hours),
      });
      await options.statuses.pruneRemoved(before(REMOVALS_KEPT));
    },
  });
}
