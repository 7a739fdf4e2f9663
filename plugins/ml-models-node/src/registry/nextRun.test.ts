import { nextRun } from './nextRun';

const from = new Date('2026-03-01T12:34:56Z');

it.each([
  [{ hours: 6 }, '2026-03-01T18:34:56.000Z'],
  [{ cron: '0 13 * * *' }, '2026-03-01T13:00:00.000Z'],
  [{ trigger: 'manual' as const }, undefined],
])('with %j the next run is at %s', (frequency, next) => {
  expect(nextRun({ frequency }, from)?.toISOString()).toBe(next);
});
