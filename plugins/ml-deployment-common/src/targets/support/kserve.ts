import { TARGET_SOURCES } from '../sources';
import { StrategySupport } from '../types';

const STICKY_CAVEAT =
  'The caller, or a proxy before it, must set the header or cookie: nothing here hands out groups.';

/** KServe in Knative mode. */
export const kserveKnativeSupport: StrategySupport[] = [
  {
    strategy: 'shadow',
    target: 'kserve-knative',
    support: 'beneath',
    how: 'A VirtualService routes to the InferenceService and mirrors to a second one, which is served in Standard mode.',
    needs: [],
    caveats: [
      'KServe itself has no shadow: nothing of it shows in the status of the InferenceService.',
      'The candidate is served in Standard mode, since Envoy adds “-shadow” to the host of a copy and Knative routes by the host.',
      'The candidate does not scale to zero.',
    ],
    sources: [TARGET_SOURCES.kserveShadow, TARGET_SOURCES.istioMirror],
  },
  {
    strategy: 'blue-green',
    target: 'kserve-knative',
    support: 'native',
    how: '`canaryTrafficPercent: 0` with tag routing, so that the candidate answers at its own address; taking the field away switches all traffic.',
    needs: [],
    caveats: [
      'Of effect only where a revision has been rolled out before.',
      'Knative may scale the previous revision to zero after the switch: going back then waits for a cold start.',
    ],
    sources: [TARGET_SOURCES.kserveKnative, TARGET_SOURCES.kserveRollout],
  },
  {
    strategy: 'canary',
    target: 'kserve-knative',
    support: 'native',
    how: '`canaryTrafficPercent` on the changed InferenceService; each step is a change of that field.',
    needs: [],
    caveats: [
      'Of effect only where a revision has been rolled out before: the first version gets all traffic at once.',
      'The field has no bounds in the schema; Knative refuses what is not 0 to 100 later.',
      'Nothing measures between the steps: somebody, or a pipeline, decides.',
    ],
    sources: [TARGET_SOURCES.kserveKnative, TARGET_SOURCES.kserveRollout],
  },
  {
    strategy: 'ab-test',
    target: 'kserve-knative',
    support: 'beneath',
    how: 'A VirtualService sends requests with a header or cookie to a second InferenceService.',
    needs: [],
    caveats: [STICKY_CAVEAT],
    sources: [TARGET_SOURCES.istioVirtualService],
  },
  {
    strategy: 'rolling',
    target: 'kserve-knative',
    support: 'none',
    reason:
      'Knative starts a whole revision and then moves traffic to it; it does not replace replica by replica.',
    instead: ['kserve-standard', 'argo-rollouts-istio', 'gateway-api'],
    sources: [TARGET_SOURCES.kserveKnative],
  },
  {
    strategy: 'recreate',
    target: 'kserve-knative',
    support: 'none',
    reason:
      'Knative starts the new revision before it stops the old one, and there is no setting for the other order.',
    instead: ['kserve-standard', 'gateway-api'],
    sources: [TARGET_SOURCES.kserveKnative],
  },
];

/** KServe in Standard mode. */
export const kserveStandardSupport: StrategySupport[] = [
  {
    strategy: 'shadow',
    target: 'kserve-standard',
    support: 'beneath',
    how: 'An HTTPRoute routes to the predictor of one InferenceService and mirrors to that of a second one.',
    needs: [{ product: 'Gateway API', since: '1.3 for a share below 100 %' }],
    caveats: [
      'KServe itself has no shadow; `trafficPercent: 0` sends no copies.',
      'RequestMirror is extended support: a gateway may ignore it. Look for HTTPRouteRequestMirror among its features.',
      'Requests must come through this route: the one that KServe makes is not mirrored.',
    ],
    sources: [TARGET_SOURCES.kserveShadow, TARGET_SOURCES.gatewayMirror],
  },
  {
    strategy: 'blue-green',
    target: 'kserve-standard',
    support: 'beneath',
    how: 'Two InferenceServices, and an HTTPRoute whose weights are switched at once.',
    needs: [],
    caveats: [
      'Standard mode itself replaces the pods of one Deployment: it has no switch.',
      'Requests must come through this route, not through the one that KServe makes.',
    ],
    sources: [TARGET_SOURCES.gatewaySplitting],
  },
  {
    strategy: 'canary',
    target: 'kserve-standard',
    support: 'native',
    how: 'An entry of `spec.canary[]` with its own predictor and `trafficPercent`.',
    needs: [{ product: 'KServe', since: '0.20' }],
    caveats: [
      'Needs Gateway API ingress in KServe’s settings; only canaries that are ready get traffic.',
      'The canary has no scaling of its own beyond `minReplicas`, at most that of the stable predictor.',
      'Promotion renames the stable predictor to the canary’s name and drops the entry.',
    ],
    sources: [
      TARGET_SOURCES.kserveCanaryStandard,
      TARGET_SOURCES.kserveValidation,
    ],
  },
  {
    strategy: 'ab-test',
    target: 'kserve-standard',
    support: 'beneath',
    how: 'An HTTPRoute sends requests with a header or cookie to the predictor of a second InferenceService.',
    needs: [],
    caveats: [
      STICKY_CAVEAT,
      'A cookie is matched by a regular expression, which a gateway need not support.',
    ],
    sources: [TARGET_SOURCES.gatewayRoute],
  },
  {
    strategy: 'rolling',
    target: 'kserve-standard',
    support: 'native',
    how: '`deploymentStrategy: RollingUpdate` of the predictor.',
    needs: [],
    caveats: ['Readiness is the only thing that is looked at.'],
    sources: [TARGET_SOURCES.kubernetesDeployment],
  },
  {
    strategy: 'recreate',
    target: 'kserve-standard',
    support: 'native',
    how: '`deploymentStrategy: Recreate` of the predictor.',
    needs: [],
    caveats: ['Requests fail until the new version is ready.'],
    sources: [TARGET_SOURCES.kubernetesDeployment],
  },
];
