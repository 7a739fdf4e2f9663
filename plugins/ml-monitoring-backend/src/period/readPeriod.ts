import { InputError } from '@backstage/errors';
import { Duration } from 'luxon';
import { z } from 'zod';
import { PanelQuery, TimeWindow } from '@airworthy/plugin-ml-monitoring-common';
import { MlBaseline } from '@airworthy/plugin-ml-models-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SHORTEST = 5 * MINUTE;
// Clocks of browsers are off by this much.
const FUTURE_ALLOWED = 5 * MINUTE;
const OLDEST = Date.UTC(1970, 0, 1);
const DEFAULT_WINDOW = 'PT24H';

/** Limits of what may be asked for, in milliseconds. */
export interface PeriodLimits {
  maxWindow: number;
}

const moment = z.iso.datetime({ offset: true });

function refuse(field: string, expected: string, was: unknown): never {
  throw new InputError(
    `${field}: expected ${expected}, was ${JSON.stringify(was)}`,
  );
}

function days(milliseconds: number): string {
  return milliseconds < 2 * DAY
    ? `${milliseconds / HOUR} hours`
    : `${milliseconds / DAY} days`;
}

function readMoment(field: string, text: string): number {
  if (!moment.safeParse(text).success) {
    refuse(field, 'a moment such as "2026-06-01T00:00:00Z"', text);
  }
  return Date.parse(text);
}

function readSpan(text: string): number {
  const duration = Duration.fromISO(text);
  const span = duration.isValid ? duration.toMillis() : NaN;
  if (!(span > 0)) {
    refuse('window', 'an ISO 8601 duration such as "PT24H" or "P7D"', text);
  }
  return span;
}

/**
 * Callers who ask at about the same time get the same window, and with it one
 * answer: it ends at the next whole minute, or five or fifteen of them.
 */
function endOf(now: number, span: number): number {
  let step = MINUTE;
  if (span > 3 * DAY) step = 15 * MINUTE;
  else if (span > 6 * HOUR) step = 5 * MINUTE;
  return Math.ceil(now / step) * step;
}

function windowOf(from: number, to: number): TimeWindow {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  };
}

function checkSpan(
  field: string,
  span: number,
  limits: PeriodLimits,
  was: unknown,
): void {
  if (span < SHORTEST) refuse(field, 'at least 5 minutes', was);
  if (span > limits.maxWindow) {
    refuse(field, `at most ${days(limits.maxWindow)}`, was);
  }
}

/**
 * The period that is asked for; the last 24 hours where none is.
 *
 * @throws InputError that names the field, what was expected and what was there.
 */
export function readPeriod(
  query: Pick<PanelQuery, 'window' | 'from' | 'to'>,
  limits: PeriodLimits,
  now: Date,
): TimeWindow {
  const { window, from, to } = query;
  if (window !== undefined && (from !== undefined || to !== undefined)) {
    refuse('window', 'a window or from with to, not both', window);
  }
  if (from === undefined && to === undefined) {
    const span = readSpan(window ?? DEFAULT_WINDOW);
    checkSpan('window', span, limits, window);
    const end = endOf(now.getTime(), span);
    return windowOf(end - span, end);
  }
  if (from === undefined) refuse('from', 'a from beside to', from);
  if (to === undefined) refuse('to', 'a to beside from', to);
  const start = readMoment('from', from!);
  const end = readMoment('to', to!);
  if (start < OLDEST) refuse('from', 'a moment from 1970 on', from);
  if (end > now.getTime() + FUTURE_ALLOWED) {
    refuse('to', 'a moment that is not in the future', to);
  }
  if (start >= end) refuse('to', `a moment after from (${from})`, to);
  checkSpan('from', end - start, limits, from);
  return windowOf(start, end);
}

/**
 * What current data is compared with: what the entity declares, `previous`,
 * or a period as `<from>/<to>`.
 *
 * @throws InputError that says what was expected and what was there.
 */
export function readBaseline(
  text: string | undefined,
  declared: MlBaseline | undefined,
  limits: PeriodLimits,
  now: Date,
): MlBaseline | undefined {
  if (text === undefined || text === 'declared') return declared;
  if (text === 'previous') return { previousWindow: true };
  const [from, to, ...others] = text.split('/');
  if (to === undefined || others.length) {
    refuse(
      'baseline',
      '"declared", "previous" or a period "<from>/<to>" in ISO 8601',
      text,
    );
  }
  const start = readMoment('baseline', from);
  const end = readMoment('baseline', to);
  if (start >= end)
    refuse('baseline', 'a period that ends after its start', text);
  if (end > now.getTime() + FUTURE_ALLOWED) {
    refuse('baseline', 'a period that is not in the future', text);
  }
  if (end - start > Math.max(limits.maxWindow, 366 * DAY)) {
    refuse('baseline', 'a period of at most a year', text);
  }
  return {
    from: new Date(start).toISOString(),
    to: new Date(end).toISOString(),
  };
}
