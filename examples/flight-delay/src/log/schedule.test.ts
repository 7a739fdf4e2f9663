import fc from 'fast-check';
import { scheduleFor, weekFile, weeksBetween } from './schedule';

const LAST = Date.parse('2001-07-01T00:00:00Z');
const WEEK = 7 * 86_400_000;

describe('schedule', () => {
  it('moves by whole weeks, to now or at most a week ahead', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: LAST, max: LAST + 60 * 365 * 86_400_000 }),
        now => {
          const { shiftWeeks, dataEndsAt } = scheduleFor(LAST, now);
          expect(Number.isInteger(shiftWeeks)).toBe(true);
          expect(dataEndsAt - LAST).toBe(shiftWeeks * WEEK);
          expect(dataEndsAt).toBeGreaterThanOrEqual(now);
          expect(dataEndsAt - now).toBeLessThan(WEEK);
          expect(new Date(dataEndsAt).getUTCDay()).toBe(
            new Date(LAST).getUTCDay(),
          );
        },
      ),
    );
  });

  it('names weeks by their Monday', () => {
    expect(
      weeksBetween(
        Date.parse('2026-11-22T23:59:59Z'),
        Date.parse('2026-11-30T00:00:00Z'),
      ).map(weekFile),
    ).toEqual([
      'week-2026-11-16.parquet',
      'week-2026-11-23.parquet',
      'week-2026-11-30.parquet',
    ]);
  });
});
