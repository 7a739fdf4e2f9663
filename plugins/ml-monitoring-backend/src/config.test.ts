import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readMlMonitoringConfig } from './config';

const HOUR = 3_600_000;
const read = (mlMonitoring?: JsonObject) =>
  readMlMonitoringConfig(
    mockServices.rootConfig({ data: mlMonitoring ? { mlMonitoring } : {} }),
  );

describe('readMlMonitoringConfig', () => {
  it('has defaults for all', () => {
    expect(read()).toMatchObject({
      schedule: { frequency: { minutes: 1 } },
      windows: {
        service: { window: HOUR, step: HOUR, backfill: 24 * HOUR },
        invariants: { window: 24 * HOUR, step: 6 * HOUR },
        drift: { window: 168 * HOUR, step: 24 * HOUR },
        model: { window: 168 * HOUR, step: 24 * HOUR, backfill: 336 * HOUR },
      },
      thresholds: {},
      concurrency: 4,
      mutes: { by: 'owners', maxDays: 90 },
      limits: { maxWindow: 90 * 24 * HOUR, maxPoints: 1_000 },
    });
  });

  it('reads durations in both spellings, and limits by task', () => {
    const config = read({
      windows: {
        service: { window: 'PT30M', step: { minutes: 15 } },
        drift: { backfill: '2 days' },
      },
      thresholds: {
        regression: [{ metric: 'mae', warning: 1, critical: 2 }],
      },
    });
    expect(config.windows.service).toEqual({
      window: HOUR / 2,
      step: HOUR / 4,
      backfill: 24 * HOUR,
    });
    expect(config.windows.drift.backfill).toBe(48 * HOUR);
    expect(config.thresholds.regression).toEqual([
      { metric: 'mae', warning: 1, critical: 2 },
    ]);
  });

  it.each([
    [
      { thresholds: { translation: [] } },
      'mlMonitoring.thresholds: expected the tasks classification',
    ],
    [
      { thresholds: { other: [{ metric: 'mae' }] } },
      'mlMonitoring.thresholds.other.0: expected a warning or a critical limit',
    ],
    [
      { thresholds: { other: [{ metric: 'mae', warning: 2, critical: 1 }] } },
      'mlMonitoring.thresholds.other.0.critical',
    ],
    [{ concurrency: 0 }, 'mlMonitoring.concurrency: expected a whole number'],
    [
      { windows: { model: { step: 'PT1S' } } },
      'mlMonitoring.windows.model.step: expected at least a minute',
    ],
    [
      { limits: { maxWindow: { days: 0 } } },
      'mlMonitoring.limits.maxWindow: expected a duration above zero',
    ],
    [
      { mutes: { by: 'all' } },
      'mlMonitoring.mutes.by: expected "owners" or "anyone", was "all"',
    ],
  ])('refuses %j and names the key', (config, message) => {
    expect(() => read(config as JsonObject)).toThrow(message);
  });
});
