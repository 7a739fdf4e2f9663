import fc from 'fast-check';
import { readPeriod } from './readPeriod';
import { WindowPlan, dueWindows, lastWindows, newestEnd } from './windows';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const limits = { maxWindow: 90 * DAY };

const plans = fc.record({
  step: fc.integer({ min: 1, max: 48 }).map(n => n * 30 * MINUTE),
  window: fc.integer({ min: 1, max: 14 * 24 }).map(n => n * HOUR),
  backfill: fc.integer({ min: 0, max: 14 * 24 }).map(n => n * HOUR),
  delay: fc.integer({ min: 0, max: 3 * DAY }),
});
const moments = fc.integer({
  min: Date.UTC(2020, 0, 1),
  max: Date.UTC(2040, 0, 1),
});

describe('windows', () => {
  it('end at whole steps, are complete, follow each other and come once', () => {
    fc.assert(
      fc.property(
        plans,
        moments,
        fc.array(fc.integer({ min: 0, max: 3 * DAY }), { maxLength: 8 }),
        (plan, start, waits) => {
          let now = start;
          let after: number | undefined;
          const ends: number[] = [];
          for (const wait of [0, ...waits]) {
            now += wait;
            for (const { from, to } of dueWindows(plan, after, now)) {
              const end = Date.parse(to);
              expect(end % plan.step).toBe(0);
              expect(end - Date.parse(from)).toBe(plan.window);
              expect(end).toBeLessThanOrEqual(now - plan.delay);
              expect(end).toBeGreaterThan(after ?? -Infinity);
              ends.push(end);
              after = end;
            }
            // Nothing that is complete is left.
            expect(after).toBe(newestEnd(plan, now));
            expect(dueWindows(plan, after, now)).toEqual([]);
          }
          expect(new Set(ends).size).toBe(ends.length);
        },
      ),
    );
  });

  it('go back as far as the backfill, and no further after a long absence', () => {
    const plan: WindowPlan = {
      window: 7 * DAY,
      step: DAY,
      backfill: 3 * DAY,
      delay: 6 * HOUR,
    };
    const now = Date.parse('2026-06-10T05:00:00Z');
    // Labels of the ninth may still come until six on the tenth.
    const ends = (after?: string) =>
      dueWindows(plan, after ? Date.parse(after) : undefined, now).map(
        ({ to }) => to.slice(0, 10),
      );
    expect(ends()).toEqual(['2026-06-07', '2026-06-08', '2026-06-09']);
    expect(ends('2026-06-08T00:00:00Z')).toEqual(['2026-06-09']);
    expect(ends('2026-01-01T00:00:00Z')).toEqual(ends());
    expect(lastWindows(plan, 2, now)).toEqual([
      { from: '2026-06-01T00:00:00.000Z', to: '2026-06-08T00:00:00.000Z' },
      { from: '2026-06-02T00:00:00.000Z', to: '2026-06-09T00:00:00.000Z' },
    ]);
  });
});

describe('readPeriod', () => {
  it('ends just after now, so that callers of one moment ask the same', () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 1, max: 90 * 24 }),
        (now, hours) => {
          const period = readPeriod(
            { window: `PT${hours}H` },
            limits,
            new Date(now),
          );
          const end = Date.parse(period.to);
          expect(end).toBeGreaterThanOrEqual(now);
          expect(end - now).toBeLessThan(15 * MINUTE);
          expect(end - Date.parse(period.from)).toBe(hours * HOUR);
        },
      ),
    );
  });

  it('takes a period in any time zone as UTC, and the last day without one', () => {
    const now = new Date('2026-06-02T12:20:10Z');
    expect(
      readPeriod(
        { from: '2026-06-01T02:00:00+02:00', to: '2026-06-01T05:30:00Z' },
        limits,
        now,
      ),
    ).toEqual({
      from: '2026-06-01T00:00:00.000Z',
      to: '2026-06-01T05:30:00.000Z',
    });
    expect(readPeriod({}, limits, now)).toEqual({
      from: '2026-06-01T12:25:00.000Z',
      to: '2026-06-02T12:25:00.000Z',
    });
  });
});
