import { BAD_ANALYSES } from '../__testUtils__/badAnalyses';
import { BAD_ARGO } from '../__testUtils__/badArgo';
import { BAD_KSERVE } from '../__testUtils__/badManifests';
import { BAD_ROUTES } from '../__testUtils__/badRoutes';
import { requestFor } from '../__testUtils__/requests';
import { renderManifests } from '../render/renderManifests';
import { validateManifests } from './validateManifests';

const messages = (documents: unknown[], closed = false) =>
  validateManifests(documents, { closed }).problems.map(p => p.message);

describe('validateManifests', () => {
  it.each(
    [...BAD_KSERVE, ...BAD_ARGO, ...BAD_ANALYSES, ...BAD_ROUTES].map(b => [
      b.what,
      b,
    ]),
  )('refuses %s, which the schema lets through', (_, bad) => {
    if (typeof bad === 'string') throw new Error('unreachable');
    // As it is read from a file: without fields that have no value.
    const document = JSON.parse(JSON.stringify(bad.document));
    const { valid, problems } = validateManifests([document]);
    expect(valid).toBe(false);
    expect(problems.map(({ message }) => message)).toEqual([bad.message]);
    expect(problems[0].source).toBe('rule');
  });

  it('tells what a schema refuses with the field and what was there', () => {
    expect(
      messages([
        {
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: 'HTTPRoute',
          metadata: { name: 'm', namespace: 'flights' },
          spec: {
            parentRefs: [{ name: 'gw' }],
            rules: [{ backendRefs: [{ name: 'v1', port: 80, weight: -1 }] }],
          },
        },
        {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          metadata: { name: 'm' },
          spec: {
            predictor: {
              minReplica: 1,
              scaleMetric: 'luck',
              model: { modelFormat: {}, resources: { limits: { cpu: 'x' } } },
            },
          },
        },
      ]),
    ).toEqual([
      'HTTPRoute flights/m: /spec/rules/0/backendRefs/0/weight: expected at least 0, was -1',
      'InferenceService m: /spec/predictor/minReplica: expected no such field, was 1',
      'InferenceService m: /spec/predictor/scaleMetric: expected one of cpu, memory, concurrency, rps, was "luck"',
      'InferenceService m: /spec/predictor/model/modelFormat/name: expected a text, was nothing',
      'InferenceService m: /spec/predictor/model/resources/limits/cpu: expected a number or a quantity, was "x"',
    ]);
  });

  it('refuses a misspelt field where traffic is moved, which would be left out without a word', () => {
    const documents = renderManifests(
      requestFor('shadow', 'argo-rollouts-istio'),
    ).files.flatMap(file => file.documents);
    const misspelt = JSON.parse(
      JSON.stringify(documents).replace('"percentage"', '"percent"'),
    );
    expect(messages(misspelt)).toEqual([
      'Rollout flights/delay: /spec/strategy/canary/steps/1/setMirrorRoute/percent: expected no such field, was 100',
    ]);
  });

  it('refuses what is no object of a cluster', () => {
    expect(messages(['text', null, { kind: 'Service' }])).toEqual([
      'document 0: /: expected an object, was "text"',
      'document 1: /: expected an object, was null',
      'document 2: /apiVersion: expected a text, was nothing',
    ]);
  });

  it('refuses names and labels that a cluster does not take', () => {
    const service = (metadata: object) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { ports: [{ port: 80 }] },
    });
    expect(
      messages([
        service({ name: 'a'.repeat(64) }),
        service({ name: 'm', labels: { team: 'Search & Ads' } }),
      ]),
    ).toEqual([
      expect.stringContaining(
        '/metadata/name: expected at most 63 lower-case letters, digits and hyphens',
      ),
      'Service m: /metadata/labels/team: expected at most 63 letters, digits, hyphens, dots and underscores, was "Search & Ads"',
    ]);
  });

  it('refuses two documents of one name', () => {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'm' },
      spec: { ports: [{ port: 80 }] },
    };
    expect(messages([service, service])).toEqual([
      'Service m: /metadata/name: expected a name that no other document of its kind has, was m, as document 0',
    ]);
  });

  it('says which kinds it knows no schema of', () => {
    const { valid, unchecked } = validateManifests([
      { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'm' } },
    ]);
    expect({ valid, unchecked }).toEqual({
      valid: true,
      unchecked: ['example.com/v1 Thing'],
    });
  });

  it('looks for what a rollout refers to, where all should be there', () => {
    const documents = renderManifests(
      requestFor('canary', 'argo-rollouts-istio', {
        metrics: { address: 'http://prometheus:9090' },
        checks: [{ metric: 'error_ratio', limit: 0.01 }],
      }),
    ).files.flatMap(file => file.documents);
    expect(messages(documents, true)).toEqual([]);

    const without = documents.filter(
      ({ kind, metadata }) =>
        kind !== 'AnalysisTemplate' && metadata.name !== 'delay-canary',
    );
    expect(messages(without)).toEqual([]);
    expect(messages(without, true)).toEqual(
      expect.arrayContaining([
        'Rollout flights/delay: /spec/strategy/canary/canaryService: expected a Service among the manifests, was delay-canary',
        'Rollout flights/delay: /spec/strategy/canary/steps/2/analysis/templates/0/templateName: expected a AnalysisTemplate among the manifests, was delay-checks',
      ]),
    );
  });

  it('refuses to wait for an analysis that never ends', () => {
    const [rollout, analysis] = [
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        metadata: { name: 'r' },
        spec: {
          selector: { matchLabels: { app: 'm' } },
          template: {
            metadata: { labels: { app: 'm' } },
            spec: { containers: [{ name: 'c', image: 'x:2' }] },
          },
          strategy: {
            canary: {
              steps: [{ analysis: { templates: [{ templateName: 'a' }] } }],
            },
          },
        },
      },
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'AnalysisTemplate',
        metadata: { name: 'a' },
        spec: {
          metrics: [
            {
              name: 'errors',
              interval: '1m',
              successCondition: 'len(result) > 0 && result[0] < 1',
              provider: { prometheus: { address: 'http://p', query: 'up' } },
            },
          ],
        },
      },
    ];
    expect(messages([rollout, analysis])).toEqual([
      'Rollout r: /spec/strategy/canary/steps/0/analysis/templates/0/templateName: expected an analysis whose metrics have a count, or it never ends, was a with errors without one',
    ]);
  });
});
