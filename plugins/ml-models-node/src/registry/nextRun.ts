import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import { CronTime } from 'cron';

/** When a task is due next; undefined where it only runs when it is told to. */
export function nextRun(
  { frequency }: Pick<SchedulerServiceTaskScheduleDefinition, 'frequency'>,
  from: Date,
): Date | undefined {
  if ('trigger' in frequency) return undefined;
  if ('cron' in frequency) {
    return new CronTime(frequency.cron).getNextDateFrom(from).toJSDate();
  }
  const span =
    'toMillis' in frequency
      ? frequency.toMillis()
      : durationToMilliseconds(frequency);
  return new Date(from.getTime() + span);
}
