import { mockServices } from '@backstage/backend-test-utils';
import { readMlDeploymentConfig } from './config';

const read = (mlDeployment?: any) =>
  readMlDeploymentConfig(
    mockServices.rootConfig({ data: mlDeployment ? { mlDeployment } : {} }),
  );

describe('readMlDeploymentConfig', () => {
  it('needs nothing', () => {
    expect(read()).toEqual({
      manifests: { roots: [] },
      review: {
        alpha: 0.05,
        leastRequests: 100,
        maxWindow: 90 * 86_400_000,
        timeout: 45_000,
      },
    });
  });

  it('reads all of it', () => {
    expect(
      read({
        workspaces: { root: '/repositories' },
        manifests: { localRoots: ['/examples'] },
        review: {
          alpha: 0.01,
          leastRequests: 500,
          maxWindow: 'P30D',
          timeout: { seconds: 10 },
        },
      }),
    ).toEqual({
      manifests: { roots: ['/examples'], workspaces: '/repositories' },
      review: {
        alpha: 0.01,
        leastRequests: 500,
        maxWindow: 30 * 86_400_000,
        timeout: 10_000,
      },
    });
  });

  it.each([
    [{ review: { alpha: 0.9 } }, /^mlDeployment\.review\.alpha: .*, was 0\.9$/],
    [{ review: { alpha: 0 } }, /^mlDeployment\.review\.alpha: /],
    [
      { review: { leastRequests: 1 } },
      /^mlDeployment\.review\.leastRequests: .*, was 1$/,
    ],
    [
      { manifests: { localRoots: '/examples' } },
      /^mlDeployment\.manifests\.localRoots: .*, was "\/examples"$/,
    ],
    [
      { review: { maxWindow: 'PT1M' } },
      /^mlDeployment\.review\.maxWindow: expected at least 300 seconds, was "PT1M"$/,
    ],
  ])('refuses %j and names the key', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
