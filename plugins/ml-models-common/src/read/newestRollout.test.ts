import { newestRollout } from './newestRollout';
import { readMlDeployment } from './readEntity';

const deployment = (name: string, environment: string, startedAt?: string) =>
  readMlDeployment({
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlDeployment',
    metadata: { name },
    spec: {
      type: 'kserve',
      environment,
      lifecycle: 'production',
      owner: 'team',
      model: 'model',
      strategy: { type: 'canary', ...(startedAt && { startedAt }) },
    },
  });

describe('newestRollout', () => {
  it('is the one that began last, wherever it runs', () => {
    const older = deployment('a', 'production', '2026-11-01T00:00:00Z');
    const newer = deployment('b', 'staging', '2026-11-20T00:00:00Z');
    const unknown = deployment('c', 'production');
    expect(newestRollout([unknown, older, newer])).toBe(newer);
    expect(newestRollout([])).toBeUndefined();
  });

  it('is one in production where no start is known, then the first by name', () => {
    const staging = deployment('a', 'staging');
    const second = deployment('c', 'production');
    const first = deployment('b', 'production');
    expect(newestRollout([staging, second, first])).toBe(first);
  });
});
