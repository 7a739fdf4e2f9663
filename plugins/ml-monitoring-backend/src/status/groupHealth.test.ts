import { HealthCheck } from '@airworthy/plugin-ml-monitoring-common';
import { groupHealth } from './groupHealth';

const NOW = new Date('2026-11-25T12:00:00Z');
const WINDOW = { from: '2026-11-25T11:00:00Z', to: '2026-11-25T12:00:00Z' };

function check(
  id: string,
  status: HealthCheck['status'],
  more: Partial<HealthCheck> = {},
): HealthCheck {
  const [group, metric] = id.split(':');
  return {
    id,
    group: group as HealthCheck['group'],
    metric,
    title: id,
    value: status === 'unknown' ? null : 1,
    unit: '',
    window: WINDOW,
    status,
    ...more,
  };
}

describe('groupHealth', () => {
  it('names the metrics with a figure, and takes the worst of them', () => {
    expect(
      groupHealth(
        [
          check('service:error_ratio', 'ok'),
          check('service:latency_p95:canary', 'critical'),
          check('service:latency_p95:stable', 'ok'),
          check('data:missing_share:a', 'warning'),
          check('data:missing_share:b', 'unknown'),
          check('data:psi:b', 'unknown'),
        ],
        NOW,
      ),
    ).toEqual({
      service: { status: 'critical', metrics: ['error_ratio', 'latency_p95'] },
      data: { status: 'warning', metrics: ['missing_share'] },
      model: { status: 'unknown', metrics: [] },
    });
  });

  it('does not take an estimate for a measurement, nor the age of a version for health', () => {
    expect(
      groupHealth(
        [
          check('model:model_age_days', 'ok'),
          check('model:roc_auc', 'ok', { isEstimate: true }),
        ],
        NOW,
      ).model,
    ).toEqual({ status: 'ok', metrics: [] });
    expect(
      groupHealth([check('model:model_age_days', 'ok')], NOW).model,
    ).toEqual({ status: 'unknown', metrics: [] });
  });

  it('leaves muted checks out of the status, not out of what is watched', () => {
    const muted = { mutedUntil: '2026-11-26T00:00:00Z' };
    expect(
      groupHealth(
        [check('data:psi', 'critical', muted), check('data:data_age', 'ok')],
        NOW,
      ).data,
    ).toEqual({ status: 'ok', metrics: ['data_age', 'psi'] });
    expect(
      groupHealth([check('data:psi', 'critical', muted)], NOW).data,
    ).toEqual({ status: 'critical', metrics: ['psi'] });
  });
});
