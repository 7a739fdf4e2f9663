import { renderedDocument } from '../__testUtils__/documents';
import { requestFor } from '../__testUtils__/requests';
import { at } from '../validate/read';
import { renderManifests } from './renderManifests';

const metrics = { address: 'http://prometheus:9090' };

describe('manifests for Argo Rollouts', () => {
  it('shadows with Argo Rollouts: scale first, a managed route with a match, a pause at the end', () => {
    const rollout = renderedDocument(
      ['shadow', 'argo-rollouts-istio'],
      'Rollout',
      {
        traffic: { mirrorPercent: 25 },
      },
    );
    expect(at(rollout, 'spec', 'strategy', 'canary')).toMatchObject({
      trafficRouting: {
        managedRoutes: [{ name: 'mirror' }],
        istio: { virtualService: { name: 'delay' } },
      },
      steps: [
        { setCanaryScale: { weight: 25 } },
        {
          setMirrorRoute: {
            name: 'mirror',
            percentage: 25,
            match: [{ method: { exact: 'POST' }, path: { prefix: '/' } }],
          },
        },
        { pause: {} },
      ],
    });
  });

  it('steps a canary of Argo Rollouts by weight, wait and analysis', () => {
    const rollout = renderedDocument(
      ['canary', 'argo-rollouts-istio'],
      'Rollout',
      {
        traffic: { steps: [5, 50, 100], stepDuration: 'PT10M' },
        metrics,
        checks: [{ metric: 'error_ratio', limit: 0.01 }],
      },
    );
    const analysis = {
      templates: [{ templateName: 'delay-checks' }],
      args: [
        { name: 'candidate-version', value: '2.0.0' },
        { name: 'stable-version', value: '1.4.0' },
      ],
    };
    expect(at(rollout, 'spec', 'strategy', 'canary', 'steps')).toEqual([
      { setWeight: 5 },
      { pause: { duration: '600s' } },
      { analysis },
      { setWeight: 50 },
      { pause: { duration: '600s' } },
      { analysis },
    ]);
  });

  it('waits for somebody where a step is longer than an analysis may run', () => {
    const { files, notices } = renderManifests(
      requestFor('canary', 'argo-rollouts-istio', {
        traffic: { steps: [50], stepDuration: 'P7D' },
        metrics,
        checks: [{ metric: 'error_ratio', limit: 0.01 }],
      }),
    );
    const rollout = files
      .flatMap(f => f.documents)
      .find(d => d.kind === 'Rollout');
    expect(at(rollout, 'spec', 'strategy', 'canary', 'steps', 1)).toEqual({
      pause: {},
    });
    expect(notices.join(' ')).toContain('A step lasts P7D');
  });

  it('never passes on an empty answer or NaN, and pauses on a gap', () => {
    const template = renderedDocument(
      ['canary', 'argo-rollouts-istio'],
      'AnalysisTemplate',
      {
        metrics,
        checks: [
          { metric: 'latency_p95', measure: 'ratio', limit: 1.1 },
          { metric: 'rmse', limit: 9 },
        ],
      },
    );
    const measured = at(template, 'spec', 'metrics');
    expect(measured).toEqual([
      expect.objectContaining({
        name: 'latency-p95',
        successCondition:
          'len(result) > 0 && !isNaN(result[0]) && result[0] <= 1.1',
        failureCondition:
          'len(result) > 0 && !isNaN(result[0]) && result[0] > 1.1',
      }),
    ]);
  });

  it('says which rules nothing is known to measure with', () => {
    const { notices } = renderManifests(
      requestFor('canary', 'argo-rollouts-gateway', {
        metrics,
        checks: [{ metric: 'error_ratio', limit: 0.01 }],
      }),
    );
    expect(notices).toContainEqual(
      expect.stringContaining('Nothing is known to measure error_ratio with'),
    );
  });

  it('measures with a query of your own', () => {
    const template = renderedDocument(
      ['canary', 'argo-rollouts-gateway'],
      'AnalysisTemplate',
      {
        metrics: {
          ...metrics,
          queries: { error_ratio: 'errors{version="{{version}}"}' },
        },
        checks: [{ metric: 'error_ratio', measure: 'difference', limit: 0.01 }],
      },
    );
    expect(
      at(template, 'spec', 'metrics', 0, 'provider', 'prometheus', 'query'),
    ).toBe(
      '(errors{version="{{args.candidate-version}}"}) - (errors{version="{{args.stable-version}}"})',
    );
  });

  it('pauses, and does not abort, on a rule that only pauses', () => {
    const template = renderedDocument(
      ['canary', 'argo-rollouts-istio'],
      'AnalysisTemplate',
      {
        metrics,
        stopRules: [{ metric: 'latency_p99', limit: 800, action: 'pause' }],
      },
    );
    expect(at(template, 'spec', 'metrics', 0)).toMatchObject({
      failureCondition: 'false',
      failureLimit: 0,
    });
  });

  it('switches with Argo Rollouts only when somebody says so, after an analysis', () => {
    const rollout = renderedDocument(
      ['blue-green', 'argo-rollouts-gateway'],
      'Rollout',
      {
        metrics: { ...metrics, queries: { error_ratio: 'e{v="{{version}}"}' } },
        checks: [{ metric: 'error_ratio', limit: 0.01 }],
      },
    );
    expect(at(rollout, 'spec', 'strategy', 'blueGreen')).toMatchObject({
      activeService: 'delay-active',
      previewService: 'delay-preview',
      autoPromotionEnabled: false,
      prePromotionAnalysis: { templates: [{ templateName: 'delay-checks' }] },
    });
  });
});
