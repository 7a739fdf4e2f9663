import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { DateTime, Duration } from 'luxon';
import { dayOf } from '@airworthy/plugin-ml-models-node';
import { MlMaturityConfig } from '../config';
import { HistoryStore } from '../database/HistoryStore';
import { ReminderStore } from '../database/ReminderStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { RubricService } from '../rubrics/RubricService';
import { CampaignRecorder } from '../campaigns/CampaignRecorder';
import { CampaignReminder } from '../campaigns/CampaignReminder';
import { TaskStore } from '../database/TaskStore';
import { EntityWatcher } from './EntityWatcher';
import { EvaluationSweep } from './EvaluationSweep';
import { EvaluationTasks } from './EvaluationTasks';
import { ExpiryReminder } from './ExpiryReminder';

const SWEEP = 'ml-maturity-sweep';
const DUE_AT_ONCE = 1_000;
// Every replica has asked for removals many times by then.
const REMOVALS_KEPT = { days: 30 };
const TASKS_KEPT = { days: 30 };
// Owners are reminded of a campaign once a period, which lasts a year at most.
const PERIOD_AT_MOST = { days: 370 };

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
  reminders: ReminderStore;
  tasks: EvaluationTasks;
  taskStore: TaskStore;
  campaignRecorder: CampaignRecorder;
  campaignReminder: CampaignReminder;
  logger: LoggerService;
}): Promise<void> {
  const { scheduler, config, logger } = options;

  await scheduler.scheduleTask({
    id: SWEEP,
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
      const due = await options.scorecards.dueUntil(
        new Date(),
        DUE_AT_ONCE,
        options.rubrics
          .all()
          .map(({ compiled }) => compiled.rubric.metadata.id),
      );
      await options.evaluations.evaluateRefs(due, {
        cause: 'time',
        facts: 'none',
        signal,
      });
    },
  });

  // Each replica reads its rubrics; the one that finds a change asks for a sweep.
  await scheduler.scheduleTask({
    id: 'ml-maturity-rubrics',
    frequency: config.rubricRefresh,
    timeout: { minutes: 5 },
    initialDelay: config.rubricRefresh,
    scope: 'local',
    fn: async () => {
      const changed = await options.rubrics.refresh();
      await options.rubrics.adopt();
      if (!changed.length) return;
      logger.info(`Rubrics changed: ${changed.join(', ')}`);
      await scheduler.triggerTask(SWEEP).catch(error => {
        // A sweep that runs already looks again when rubrics change meanwhile.
        if (toError(error).name !== 'ConflictError') throw error;
      });
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
      await options.scorecards.pruneRemoved(before(REMOVALS_KEPT));
      // An answer that was told of has expired by then.
      await options.reminders.prune(
        'expiry:',
        DateTime.fromJSDate(before(config.remindBefore))
          .minus({ days: 1 })
          .toJSDate(),
      );
      await options.reminders.prune('campaign:', before(PERIOD_AT_MOST));
      await options.taskStore.prune(before(TASKS_KEPT));
    },
  });

  // Every replica works on what was asked for.
  await scheduler.scheduleTask({
    id: 'ml-maturity-evaluations',
    frequency: { minutes: 1 },
    timeout: { hours: 1 },
    initialDelay: { seconds: 20 },
    scope: 'local',
    fn: signal => options.tasks.work(signal),
  });

  await scheduler.scheduleTask({
    id: 'ml-maturity-campaigns',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    fn: async signal => {
      await options.campaignRecorder.run(signal);
      await options.campaignReminder.run(signal);
    },
  });
}
