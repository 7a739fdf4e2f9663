import fc from 'fast-check';
import {
  HEALTH_STATUSES,
  compareStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import { StatusFrom, daysOf, hoursOfDay, hoursUpTo } from './hours';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 5, 1, 7, 30);

const timelines = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 30 * HOUR }),
      status: fc.constantFrom(...HEALTH_STATUSES),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(steps => {
    let at = START;
    return steps.map(({ gap, status }): StatusFrom => {
      at += gap;
      return { at: new Date(at).toISOString(), status };
    });
  });

describe('the hourly status', () => {
  it('is the worst that was so in the hour', () => {
    fc.assert(
      fc.property(
        timelines,
        fc.integer({ min: 0, max: 60 * HOUR }),
        (timeline, rest) => {
          const end = Date.parse(timeline[timeline.length - 1].at) + rest;
          const hours = daysOf(timeline, new Date(end)).flatMap(
            ({ day, hours: letters }) => hoursOfDay(day, letters),
          );
          for (const { at, status } of hours) {
            const from = Date.parse(at);
            // Minute by minute, as somebody who watches would note it.
            let worst: StatusFrom['status'] | undefined;
            timeline.forEach((moment, i) => {
              const begins = Date.parse(moment.at);
              const ends = timeline[i + 1]
                ? Date.parse(timeline[i + 1].at)
                : end;
              const isIn =
                begins < from + HOUR &&
                (ends > from || (begins >= from && begins < from + HOUR));
              if (!isIn) return;
              if (!worst || compareStatus(moment.status, worst) < 0) {
                worst = moment.status;
              }
            });
            expect(status).toBe(worst);
          }
        },
      ),
    );
  });

  it('goes on as it was until something is found to have changed', () => {
    const known = hoursOfDay('2026-06-01', `--------ocw${'-'.repeat(13)}`);
    expect(known).toHaveLength(3);
    const now = new Date('2026-06-01T13:10:00Z');
    expect(
      hoursUpTo(known, 'warning', now, 24).map(({ at, status }) => [
        at.slice(11, 13),
        status,
      ]),
    ).toEqual([
      ['08', 'ok'],
      ['09', 'critical'],
      ['10', 'warning'],
      ['11', 'warning'],
      ['12', 'warning'],
      ['13', 'warning'],
    ]);
    expect(hoursUpTo(known, 'warning', now, 2)).toHaveLength(2);
    expect(hoursUpTo([], 'ok', now, 24)).toEqual([]);
  });
});
