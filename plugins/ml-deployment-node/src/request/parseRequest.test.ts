import { PAIRS, requestFor } from '../__testUtils__/requests';
import { renderManifests } from '../render/renderManifests';
import { RenderRequest } from './requestSchema';

type Pair = (typeof PAIRS)[number];

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
