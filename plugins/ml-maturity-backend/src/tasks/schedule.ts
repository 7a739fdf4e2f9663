import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { DateTime, Duration } from 'luxon';
import { MlMaturityConfig } from '../config';
import { HistoryStore } from '../database/HistoryStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { dayOf } from '../database/moments';
import { EvaluationService } from '../evaluation/EvaluationService';
import { RubricService } from '../rubrics/RubricService';
import { EntityWatcher } from './EntityWatcher';
import { EvaluationSweep } from './EvaluationSweep';
import { ExpiryReminder } from './ExpiryReminder';

const DUE_AT_ONCE = 1_000;

/** Schedules all that the plugin does by itself. */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  config: MlMaturityConfig;
  rubrics: RubricService;
  watcher: EntityWatcher;
  sweep: EvaluationSweep;
  evaluations: EvaluationService;
  scorecards: ScorecardStore;
  history: HistoryStore;
  reminder: ExpiryReminder;
  logger: LoggerService;
}): Promise<void> {
  const { scheduler, config, logger } = options;

  await scheduler.scheduleTask({
    id: 'ml-maturity-sweep',
    ...config.schedule,
    fn: async signal => {
      await options.sweep.run(signal);
    },
  });

  await scheduler.scheduleTask({
    id: 'ml-maturity-watch',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
    fn: signal => options.watcher.look(signal),
  });

  await scheduler.scheduleTask({
    id: 'ml-maturity-expiries',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 30 },
    fn: async signal => {
      const due = await options.scorecards.dueUntil(new Date(), DUE_AT_ONCE);
      await options.evaluations.evaluateRefs(due, {
        cause: 'time',
        facts: 'none',
        signal,
      });
    },
  });

  // Each replica has its own rubrics in memory.
  await scheduler.scheduleTask({
    id: 'ml-maturity-rubrics',
    frequency: config.rubricRefresh,
    timeout: { minutes: 5 },
    initialDelay: config.rubricRefresh,
    scope: 'local',
    fn: async signal => {
      const changed = await options.rubrics.refresh();
      if (!changed.length) return;
      logger.info(`Rubrics changed: ${changed.join(', ')}`);
      await options.sweep.run(signal);
    },
  });

  await scheduler.scheduleTask({
    id: 'ml-maturity-reminders',
    frequency: { hours: 6 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 2 },
    fn: signal => options.reminder.run(signal),
  });

  await scheduler.scheduleTask({
    id: 'ml-maturity-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 10 },
    fn: async () => {
      const before = (span: object) =>
        DateTime.utc().minus(Duration.fromObject(span)).toJSDate();
      await options.history.prune({
        eventsBefore: before(config.retention.events),
        daysBefore: dayOf(before(config.retention.history)),
      });
    },
  });
}
