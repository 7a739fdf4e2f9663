import fc from 'fast-check';
import { defaultThresholds, findThreshold, taskOfModelType } from './defaults';
import { evaluateThreshold } from './evaluateThreshold';
import { reduceStatus, StatusState, StatusStep } from './reduceStatus';
import { HealthStatus } from './types';
import { worstStatus } from './worst';

const at = (window: number) =>
  new Date(Date.UTC(2026, 0, 1, window)).toISOString();

function follow(statuses: HealthStatus[], windows?: number): StatusStep[] {
  const steps: StatusStep[] = [];
  let state: StatusState | undefined;
  statuses.forEach((status, i) => {
    const step = reduceStatus(state, { status, at: at(i) }, windows);
    steps.push(step);
    state = step.state;
  });
  return steps;
}

const changes = (steps: StatusStep[]) =>
  steps.flatMap(({ change }) =>
    change ? [`${change.from} to ${change.to} since ${change.since}`] : [],
  );

describe('evaluateThreshold', () => {
  it.each([
    [0.09, { warning: 0.1, critical: 0.25 }, 'ok'],
    [0.1, { warning: 0.1, critical: 0.25 }, 'warning'],
    [0.25, { warning: 0.1, critical: 0.25 }, 'critical'],
    [Infinity, { warning: 0.1 }, 'warning'],
    [0.69, { warning: 0.8, critical: 0.7, direction: 'below' }, 'critical'],
    [0.75, { warning: 0.8, critical: 0.7, direction: 'below' }, 'warning'],
    [0.81, { warning: 0.8, critical: 0.7, direction: 'below' }, 'ok'],
    [NaN, { warning: 0.1 }, 'unknown'],
    [null, { warning: 0.1 }, 'unknown'],
    [undefined, { critical: 0.1 }, 'unknown'],
  ] as const)('%s against %j is %s', (value, threshold, expected) => {
    expect(evaluateThreshold(value, threshold)).toBe(expected);
  });
});

describe('reduceStatus', () => {
  it('changes after enough windows, since the first of them', () => {
    expect(
      changes(
        follow(['ok', 'warning', 'ok', 'critical', 'critical', 'ok', 'ok']),
      ),
    ).toEqual([
      `unknown to ok since ${at(0)}`,
      `ok to critical since ${at(3)}`,
      `critical to ok since ${at(5)}`,
    ]);
  });

  it('takes the milder of a run that is bad throughout', () => {
    const steps = follow(['ok', 'warning', 'critical', 'critical', 'critical']);
    expect(changes(steps)).toEqual([
      `unknown to ok since ${at(0)}`,
      `ok to warning since ${at(1)}`,
      `warning to critical since ${at(3)}`,
    ]);
  });

  it('recovers only as far as every window of the run', () => {
    expect(changes(follow(['critical', 'ok', 'warning', 'ok', 'ok']))).toEqual([
      `unknown to critical since ${at(0)}`,
      `critical to warning since ${at(1)}`,
      `warning to ok since ${at(3)}`,
    ]);
  });

  it('becomes unknown without data, and known at once with it', () => {
    const steps = follow(['ok', 'unknown', 'unknown', 'unknown', 'warning'], 3);
    expect(changes(steps)).toEqual([
      `unknown to ok since ${at(0)}`,
      `ok to unknown since ${at(1)}`,
      `unknown to warning since ${at(4)}`,
    ]);
  });

  it('counts a window once, and none that is older', () => {
    const [{ state }] = follow(['ok']);
    const first = reduceStatus(state, { status: 'critical', at: at(1) });
    const again = reduceStatus(first.state, { status: 'critical', at: at(1) });
    const older = reduceStatus(again.state, { status: 'critical', at: at(0) });
    expect(older.state).toEqual(first.state);
    expect(older.state).toMatchObject({
      status: 'ok',
      pending: { status: 'critical', windows: 1 },
    });
    expect(
      reduceStatus(state, { status: 'critical', at: 'no time' }).state,
    ).toBe(state);
  });

  it('never flaps on runs that are shorter than the windows', () => {
    const status = fc.constantFrom<HealthStatus>(
      'warning',
      'critical',
      'unknown',
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.array(fc.tuple(status, fc.nat()), { maxLength: 20 }),
        (windows, runs) => {
          const readings = runs.flatMap(([bad, length]) => [
            ...new Array<HealthStatus>(1 + (length % (windows - 1))).fill(bad),
            'ok' as const,
          ]);
          const steps = follow(['ok', ...readings], windows);
          expect(changes(steps)).toHaveLength(1);
          expect(steps.every(({ state }) => state.since === at(0))).toBe(true);
        },
      ),
    );
  });

  it('settles on any status that lasts', () => {
    const any = fc.constantFrom<HealthStatus>(
      'ok',
      'warning',
      'critical',
      'unknown',
    );
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 20 }),
        any,
        fc.integer({ min: 1, max: 5 }),
        (before, last, windows) => {
          const lasting = new Array<HealthStatus>(3 * windows).fill(last);
          const steps = follow([...before, ...lasting], windows);
          expect(steps[steps.length - 1].state.status).toBe(last);
        },
      ),
    );
  });
});

describe('worstStatus', () => {
  const now = new Date('2026-03-01T12:00:00Z');

  it('ignores checks while they are muted', () => {
    const muted = {
      status: 'critical' as const,
      mutedUntil: '2026-03-01T13:00:00Z',
    };
    const ended = { ...muted, mutedUntil: '2026-03-01T11:00:00Z' };
    expect(worstStatus([{ status: 'ok' }, muted], now)).toBe('ok');
    expect(worstStatus([{ status: 'ok' }, ended], now)).toBe('critical');
  });

  it('is unknown rather than ok without data', () => {
    expect(worstStatus([], now)).toBe('unknown');
    expect(worstStatus([{ status: 'ok' }, { status: 'unknown' }], now)).toBe(
      'unknown',
    );
    expect(
      worstStatus([{ status: 'warning' }, { status: 'unknown' }], now),
    ).toBe('warning');
  });
});

describe('findThreshold', () => {
  it('takes the entity before the configuration before the default, the most specific first', () => {
    const sources = {
      entity: [
        { metric: 'missing_share_increase', warning: 0.3 },
        { metric: 'missing_share_increase', feature: 'age', warning: 0.4 },
      ],
      config: [{ metric: 'error_ratio', critical: 0.2 }],
      task: 'classification' as const,
    };
    const of = (metric: string, feature?: string) =>
      findThreshold(sources, { metric, feature });
    expect(of('missing_share_increase', 'age')).toMatchObject({
      warning: 0.4,
      origin: 'entity',
    });
    expect(of('missing_share_increase', 'sex')?.warning).toBe(0.3);
    expect(of('error_ratio')).toMatchObject({
      critical: 0.2,
      origin: 'config',
    });
    expect(of('roc_auc_drop')?.origin).toBe('default');
    expect(of('rmse_increase_ratio')).toBeUndefined();
  });

  it('has limits that warn no later than they are critical, by task', () => {
    expect(taskOfModelType('tabular-classification')).toBe('classification');
    expect(taskOfModelType('time-series-forecasting')).toBe('regression');
    expect(taskOfModelType('text-generation')).toBe('generation');
    expect(taskOfModelType(undefined)).toBe('other');
    for (const task of [
      'classification',
      'regression',
      'generation',
      'other',
    ] as const) {
      const thresholds = defaultThresholds(task);
      expect(new Set(thresholds.map(({ metric }) => metric)).size).toBe(
        thresholds.length,
      );
      expect(
        thresholds.every(({ warning, critical }) => warning! <= critical!),
      ).toBe(true);
    }
  });
});
