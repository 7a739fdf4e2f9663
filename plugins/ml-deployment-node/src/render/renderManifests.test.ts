import { PAIRS, requestFor } from '../__testUtils__/requests';
import { serialiseManifests } from '../manifests/serialise';
import { KubernetesObject } from '../manifests/types';
import { RenderRequest } from '../request/requestSchema';
import { at } from '../validate/read';
import { renderManifests } from './renderManifests';

type Pair = (typeof PAIRS)[number];

function documentsOf(
  [strategy, target]: Pair,
  more: Partial<RenderRequest> = {},
): KubernetesObject[] {
  return renderManifests(requestFor(strategy, target, more)).files.flatMap(
    file => file.documents,
  );
}

function documentOf(pair: Pair, kind: string, more?: Partial<RenderRequest>) {
  const found = documentsOf(pair, more).find(d => d.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

const metrics = { address: 'http://prometheus:9090' };

describe('renderManifests', () => {
  it('writes KServe’s canary of Knative mode on the changed object, with a notice of the first rollout', () => {
    const { files, notices } = renderManifests(
      requestFor('canary', 'kserve-knative', { traffic: { steps: [10, 50] } }),
    );
    expect(files.map(({ path }) => path)).toEqual([
      'delay/inferenceservice.yaml',
    ]);
    expect(files[0].documents).toEqual([
      expect.objectContaining({
        apiVersion: 'serving.kserve.io/v1beta1',
        kind: 'InferenceService',
        spec: {
          predictor: expect.objectContaining({
            canaryTrafficPercent: 10,
            model: {
              modelFormat: { name: 'sklearn' },
              storageUri: 's3://models/delay/2.0.0',
            },
          }),
        },
      }),
    ]);
    expect(notices.join(' ')).toContain(
      'takes effect only where a revision of this InferenceService has been rolled out before',
    );
  });

  it('keeps a blue-green candidate of Knative mode at 0 with an address of its own', () => {
    const service = documentOf(
      ['blue-green', 'kserve-knative'],
      'InferenceService',
    );
    expect(at(service, 'spec', 'predictor', 'canaryTrafficPercent')).toBe(0);
    expect(service.metadata.annotations).toMatchObject({
      'serving.kserve.io/enable-tag-routing': 'true',
    });
  });

  it('gives a canary of Standard mode a name, no scaling, and a name of its model', () => {
    const service = documentOf(
      ['canary', 'kserve-standard'],
      'InferenceService',
      {
        autoscaling: { minReplicas: 2, maxReplicas: 8 },
        traffic: { steps: [5, 25], step: 1 },
      },
    );
    expect(service.metadata.annotations).toMatchObject({
      'serving.kserve.io/deploymentMode': 'Standard',
    });
    expect(at(service, 'spec', 'predictor')).toMatchObject({
      minReplicas: 2,
      maxReplicas: 8,
      model: { storageUri: 's3://models/delay/1.4.0' },
    });
    expect(at(service, 'spec', 'canary')).toEqual([
      {
        trafficPercent: 25,
        predictor: {
          name: 'v-2-0-0',
          minReplicas: 1,
          labels: expect.objectContaining({ version: '2.0.0' }),
          model: {
            name: 'kserve-container',
            modelFormat: { name: 'sklearn' },
            storageUri: 's3://models/delay/2.0.0',
          },
        },
      },
    ]);
  });

  it('mirrors beneath KServe to the predictor of a second InferenceService', () => {
    const documents = documentsOf(['shadow', 'kserve-standard'], {
      traffic: { mirrorPercent: 20 },
    });
    expect(documents.map(d => `${d.kind} ${d.metadata.name}`)).toEqual([
      'InferenceService delay',
      'InferenceService delay-candidate',
      'HTTPRoute delay',
    ]);
    expect(at(documents[2], 'spec', 'rules')).toEqual([
      {
        filters: [
          {
            type: 'RequestMirror',
            requestMirror: {
              backendRef: { name: 'delay-candidate-predictor', port: 80 },
              percent: 20,
            },
          },
        ],
        backendRefs: [{ name: 'delay-predictor', port: 80 }],
      },
    ]);
  });

  it('serves a shadow beneath Knative in Standard mode, where a copy’s host does not matter', () => {
    const documents = documentsOf(['shadow', 'kserve-knative']);
    expect(
      documents
        .filter(d => d.kind === 'InferenceService')
        .map(d => d.metadata.annotations?.['serving.kserve.io/deploymentMode']),
    ).toEqual(['Knative', 'Standard']);
  });

  it('leaves the share of a full mirror out, which older gateways do not know', () => {
    const route = documentOf(['shadow', 'gateway-api'], 'HTTPRoute');
    expect(
      at(route, 'spec', 'rules', 0, 'filters', 0, 'requestMirror'),
    ).toEqual({ backendRef: { name: 'delay-candidate', port: 80 } });
  });

  it('shadows with Argo Rollouts: scale first, a managed route with a match, a pause at the end', () => {
    const rollout = documentOf(['shadow', 'argo-rollouts-istio'], 'Rollout', {
      traffic: { mirrorPercent: 25 },
    });
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
    const rollout = documentOf(['canary', 'argo-rollouts-istio'], 'Rollout', {
      traffic: { steps: [5, 50, 100], stepDuration: 'PT10M' },
      metrics,
      checks: [{ metric: 'error_ratio', limit: 0.01 }],
    });
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
    const template = documentOf(
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
    const template = documentOf(
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
    const template = documentOf(
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
    const rollout = documentOf(
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

  it('matches a cookie as a part of the header that it is in', () => {
    const route = documentOf(['ab-test', 'gateway-api'], 'HTTPRoute', {
      assignment: { by: 'cookie', name: 'group', value: 'b.1' },
    });
    const header = at(
      route,
      'spec',
      'rules',
      0,
      'matches',
      0,
      'headers',
      0,
    ) as { name: string; value: string };
    expect(header.name).toBe('cookie');
    const pattern = new RegExp(header.value);
    expect(
      ['group=b.1', 'a=1; group=b.1; c=2'].every(c => pattern.test(c)),
    ).toBe(true);
    expect(
      ['group=bx1', 'mygroup=b.1', 'group=b.12'].some(c => pattern.test(c)),
    ).toBe(false);
  });

  it('does what the policy asks for', () => {
    const deployment = documentOf(['rolling', 'gateway-api'], 'Deployment', {
      replicas: 3,
      policy: { runAsNonRoot: true, requireDigest: true, requireLimits: true },
      resources: { limits: { cpu: '2', memory: '1Gi' } },
      disruptionBudget: { minAvailable: 2 },
    });
    expect(at(deployment, 'spec', 'template', 'spec')).toMatchObject({
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          resources: { limits: { cpu: '2', memory: '1Gi' } },
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
          },
        },
      ],
    });
  });

  it('writes YAML without anchors, and versions as texts', () => {
    const [{ content }] = serialiseManifests(
      renderManifests(
        requestFor('rolling', 'kserve-standard', {
          versions: { candidate: { version: '2.0', uri: 's3://b/m' } },
        }),
      ).files,
    );
    expect(content).toContain('version: "2.0"');
    expect(content).not.toMatch(/[&*]a\d/);
  });
});

describe('a request that cannot be', () => {
  const refusal = (pair: Pair, more: object) => {
    try {
      renderManifests({ ...requestFor(...pair), ...more } as RenderRequest);
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
    return 'accepted';
  };
  const canary: Pair = ['canary', 'gateway-api'];
  const candidate = requestFor(...canary).versions.candidate;

  it.each<[string, Pair, object, string]>([
    [
      'a canary without an old version',
      canary,
      { versions: { candidate } },
      'InputError: versions.stable: expected the version in production, which canary needs, was nothing',
    ],
    [
      'a target that cannot',
      canary,
      { strategy: 'recreate', target: 'argo-rollouts-istio' },
      'InputError: target: argo-rollouts-istio cannot carry out recreate. A Rollout has the strategies blueGreen and canary only; both start new pods before the old ones are gone. Expected one of kserve-standard, gateway-api',
    ],
    [
      'steps that fall',
      canary,
      { traffic: { steps: [50, 20] } },
      'InputError: traffic.steps.1: expected a share above the 50 of the step before, was 20',
    ],
    [
      'a step above all traffic',
      canary,
      { traffic: { steps: [50, 120] } },
      'InputError: traffic.steps.1: expected at most 100, was 120',
    ],
    [
      'a name too long for the objects that are derived',
      canary,
      { name: 'a'.repeat(60) },
      `InputError: name: expected at most 53 characters, so that ${'a'.repeat(
        60,
      )}-candidate keeps within 63, was 60`,
    ],
    [
      'a name too long for KServe’s host',
      ['canary', 'kserve-knative'],
      { name: 'a'.repeat(48) },
      `InputError: name: expected at most 45 characters, so that ${'a'.repeat(
        48,
      )}-predictor-flights keeps within 63, was 48`,
    ],
    [
      'a quantity that is none',
      canary,
      { resources: { limits: { cpu: '2 cores' } } },
      'InputError: resources.limits.cpu: expected a quantity such as `500m` or `2Gi`, was "2 cores"',
    ],
    [
      'requests above limits',
      canary,
      { resources: { requests: { memory: '2Gi' }, limits: { memory: '2G' } } },
      'InputError: resources.requests.memory: expected at most the limit of 2G, was "2Gi"',
    ],
    [
      'an image without a digest, against the policy',
      canary,
      {
        policy: { requireDigest: true },
        versions: {
          stable: requestFor(...canary).versions.stable,
          candidate: { version: '2.0.0', image: 'registry/delay:2.0.0' },
        },
      },
      'InputError: versions.candidate.image: expected a digest (@sha256:…), was registry/delay:2.0.0',
    ],
    [
      'a budget that lets no node be drained',
      canary,
      { replicas: 2, disruptionBudget: { minAvailable: 2 } },
      'InputError: disruptionBudget.minAvailable: expected less than the 2 replicas, was 2',
    ],
    [
      'an A/B test without groups',
      ['ab-test', 'gateway-api'],
      { assignment: undefined },
      'InputError: assignment: expected the header or cookie that tells the groups apart, was nothing',
    ],
    [
      'a Gateway that is not named',
      canary,
      { route: {} },
      'InputError: route.gateway: expected the Gateway that gateway-api routes with, was nothing',
    ],
    [
      'a field that there is not',
      canary,
      { colour: 'blue' },
      'InputError: colour: expected no such field',
    ],
    [
      'the same version twice',
      canary,
      { versions: { stable: candidate, candidate } },
      'InputError: versions.candidate.version: expected another version than the 2.0.0 in production',
    ],
  ])('is refused: %s', (_, pair, more, message) => {
    expect(refusal(pair, more)).toBe(message);
  });
});
