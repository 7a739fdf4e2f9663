import { TARGET_SOURCES } from '../sources';
import { StrategySupport, TargetId } from '../types';

const FIRST_CAVEAT =
  'The first version of a Rollout skips all steps: there is nothing to compare with.';
const SHORT_CAVEAT =
  'An analysis is meant for minutes to an hour or two: longer phases pause until somebody decides.';
const GITOPS_CAVEAT =
  'A tool that syncs from Git must leave the weights of the route to the controller.';

const blueGreen = (target: TargetId): StrategySupport => ({
  strategy: 'blue-green',
  target,
  support: 'native',
  how: '`strategy.blueGreen` with an active and a preview Service, and an analysis before the switch.',
  needs: [],
  caveats: [
    'Twice the capacity from the preview until the old version is scaled down.',
    FIRST_CAVEAT,
  ],
  sources: [TARGET_SOURCES.argoBlueGreen],
});

const rolling = (target: TargetId): StrategySupport => ({
  strategy: 'rolling',
  target,
  support: 'native',
  how: '`strategy.canary` without steps replaces replica by replica, as a Deployment does.',
  needs: [],
  caveats: ['Readiness is the only thing that is looked at.'],
  sources: [TARGET_SOURCES.argoCanary],
});

const recreate = (target: TargetId): StrategySupport => ({
  strategy: 'recreate',
  target,
  support: 'none',
  reason:
    'A Rollout has the strategies blueGreen and canary only; both start new pods before the old ones are gone.',
  instead: ['kserve-standard', 'gateway-api'],
  sources: [TARGET_SOURCES.argoValidation],
});

/** Argo Rollouts with Istio. */
export const argoIstioSupport: StrategySupport[] = [
  {
    strategy: 'shadow',
    target: 'argo-rollouts-istio',
    support: 'native',
    how: '`setMirrorRoute` after `setCanaryScale`, and a pause without an end.',
    needs: [{ product: 'Argo Rollouts', since: '1.3' }],
    caveats: [
      'Without a match the step takes the mirror away instead of making one.',
      'Going on from the last pause promotes the candidate: end a shadow by setting the template back.',
      SHORT_CAVEAT,
    ],
    sources: [TARGET_SOURCES.argoTraffic, TARGET_SOURCES.argoValidation],
  },
  blueGreen('argo-rollouts-istio'),
  {
    strategy: 'canary',
    target: 'argo-rollouts-istio',
    support: 'native',
    how: '`setWeight` steps in a VirtualService, each with an analysis.',
    needs: [],
    caveats: [FIRST_CAVEAT, SHORT_CAVEAT, GITOPS_CAVEAT],
    sources: [TARGET_SOURCES.argoIstio, TARGET_SOURCES.argoCanary],
  },
  {
    strategy: 'ab-test',
    target: 'argo-rollouts-istio',
    support: 'native',
    how: '`setHeaderRoute` after `setCanaryScale`, and a pause without an end.',
    needs: [{ product: 'Argo Rollouts', since: '1.3' }],
    caveats: [
      'The caller, or a proxy before it, must set the header or cookie: nothing here hands out groups.',
      SHORT_CAVEAT,
    ],
    sources: [TARGET_SOURCES.argoTraffic],
  },
  rolling('argo-rollouts-istio'),
  recreate('argo-rollouts-istio'),
];

/** Argo Rollouts with the Gateway API. */
export const argoGatewaySupport: StrategySupport[] = [
  {
    strategy: 'shadow',
    target: 'argo-rollouts-gateway',
    support: 'native',
    how: '`setMirrorRoute` through the Gateway API plugin adds a rule with RequestMirror to the HTTPRoute.',
    needs: [
      { product: 'Gateway API', since: '1.3 for a share below 100 %' },
      { product: 'Gateway API plugin of Argo Rollouts with mirror routing' },
    ],
    caveats: [
      'Older versions of the plugin take the step and mirror nothing: check that yours documents mirror routing.',
      'The plugin appends its rule, and the first of two equal rules wins: the match must be narrower than that of the route, so only POST requests are mirrored.',
      'RequestMirror is extended support: a gateway may ignore it.',
      'Going on from the last pause promotes the candidate: end a shadow by setting the template back.',
    ],
    sources: [TARGET_SOURCES.argoGatewayMirror, TARGET_SOURCES.gatewayMirror],
  },
  blueGreen('argo-rollouts-gateway'),
  {
    strategy: 'canary',
    target: 'argo-rollouts-gateway',
    support: 'native',
    how: '`setWeight` steps in an HTTPRoute, each with an analysis.',
    needs: [],
    caveats: [FIRST_CAVEAT, SHORT_CAVEAT, GITOPS_CAVEAT],
    sources: [TARGET_SOURCES.argoGatewayPlugin],
  },
  {
    strategy: 'ab-test',
    target: 'argo-rollouts-gateway',
    support: 'native',
    how: '`setHeaderRoute` through the Gateway API plugin, with `useHeaderRoutes`.',
    needs: [],
    caveats: [
      'The caller, or a proxy before it, must set the header or cookie: nothing here hands out groups.',
      SHORT_CAVEAT,
    ],
    sources: [TARGET_SOURCES.argoGatewayHeaders],
  },
  rolling('argo-rollouts-gateway'),
  recreate('argo-rollouts-gateway'),
];
