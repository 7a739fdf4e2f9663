import type { HealthCheck } from '@airworthy/plugin-ml-monitoring-common';
import { placeOf } from './placeOf';

const at = new Date(Date.now() - 2 * 86_400_000).toISOString();
const check = {
  id: 'data:psi:distance',
  group: 'data',
  feature: 'distance',
  status: 'ok',
  since: new Date().toISOString(),
} as HealthCheck;

describe('where a change is seen', () => {
  it('is the feature of its check, at the time of the change', () => {
    const place = placeOf({ at, checkId: check.id }, [check]);
    expect(place).toMatchObject({ page: 'data', feature: 'distance' });
    expect(place.query?.get('window')).toBe('P7D');
  });

  it('is the page of its group where the check is gone', () => {
    expect(placeOf({ at, checkId: 'model:roc_auc' }, [check]).page).toBe(
      'model',
    );
  });

  it('is the service for a new version', () => {
    expect(placeOf({ at }, [check]).page).toBe('service');
  });
});
