import { Json } from '../validate/types';
import { BadManifest } from './badManifests';

const pods = {
  selector: { matchLabels: { app: 'm' } },
  template: {
    metadata: { labels: { app: 'm' } },
    spec: { containers: [{ name: 'c', image: 'x:2' }] },
  },
};

const rollout = (strategy: Json, spec: Json = pods): Json => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'r' },
  spec: { ...spec, strategy },
});

const istio = { istio: { virtualService: { name: 'm' } } };

const canary = (steps: Json[], trafficRouting?: Json, more: Json = {}) =>
  rollout({
    canary: {
      canaryService: 'm-canary',
      stableService: 'm-stable',
      ...(trafficRouting ? { trafficRouting } : {}),
      ...more,
      steps,
    },
  });

const mirror = (more: Json = {}) => ({
  setMirrorRoute: {
    name: 'mirror',
    percentage: 20,
    match: [{ path: { prefix: '/' } }],
    ...more,
  },
});
const managed = { ...istio, managedRoutes: [{ name: 'mirror' }] };
const STEPS = '/spec/strategy/canary/steps';

/** What only the controller of Argo Rollouts would tell. */
export const BAD_ARGO: BadManifest[] = [
  {
    what: 'two strategies',
    document: rollout({ canary: {}, blueGreen: { activeService: 'a' } }),
    message:
      'Rollout r: /spec/strategy: expected exactly one of blueGreen, canary, was blueGreen and canary',
  },
  {
    what: 'no strategy',
    document: rollout({}),
    message:
      'Rollout r: /spec/strategy: expected exactly one of blueGreen, canary, was none',
  },
  {
    what: 'pods and a reference to a workload',
    document: rollout(
      { canary: {} },
      {
        ...pods,
        workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'd' },
      },
    ),
    message:
      'Rollout r: /spec/template: expected exactly one of template, workloadRef, was workloadRef and template',
  },
  {
    what: 'an empty selector',
    document: rollout({ canary: {} }, { ...pods, selector: {} }),
    message:
      'Rollout r: /spec/selector: expected labels that select the pods, was {}',
  },
  {
    what: 'a selector that its pods do not match',
    document: rollout(
      { canary: {} },
      { ...pods, selector: { matchLabels: { app: 'other' } } },
    ),
    message:
      'Rollout r: /spec/template/metadata/labels: expected app: other, as the selector asks, was "m"',
  },
  {
    what: 'one Service for active and preview',
    document: rollout({
      blueGreen: { activeService: 'm', previewService: 'm' },
    }),
    message:
      'Rollout r: /spec/strategy/blueGreen/previewService: expected another Service than the active one, was "m"',
  },
  {
    what: 'a route without the Services that it needs',
    document: rollout({
      canary: { trafficRouting: istio, stableService: 'm-stable' },
    }),
    message:
      'Rollout r: /spec/strategy/canary/canaryService: expected a Service, which the traffic routing needs, was nothing',
  },
  {
    what: 'one Service for canary and stable',
    document: canary([], istio, { canaryService: 'm-stable' }),
    message:
      'Rollout r: /spec/strategy/canary/canaryService: expected another Service than the stable one, was "m-stable"',
  },
  {
    what: 'neither surge nor unavailable replicas',
    document: canary([], undefined, { maxSurge: '0%', maxUnavailable: 0 }),
    message:
      'Rollout r: /spec/strategy/canary/maxSurge: expected above 0 where maxUnavailable is 0, or nothing could ever be replaced, was "0%"',
  },
  {
    what: 'a step of two kinds',
    document: canary([{ setWeight: 10, pause: {} }]),
    message: `Rollout r: ${STEPS}/0: expected exactly one of setWeight, pause, setCanaryScale, setHeaderRoute, setMirrorRoute, analysis, experiment, plugin, was setWeight and pause`,
  },
  {
    what: 'a weight above all traffic',
    document: canary([{ setWeight: 101 }]),
    message: `Rollout r: ${STEPS}/0/setWeight: expected 0 to 100, was 101`,
  },
  {
    what: 'a scale without a router',
    document: canary([{ setCanaryScale: { weight: 25 } }]),
    message: `Rollout r: ${STEPS}/0/setCanaryScale: expected spec.strategy.canary.trafficRouting, which it needs, was nothing`,
  },
  {
    what: 'a mirror without a router',
    document: canary([mirror(), { pause: {} }], {
      managedRoutes: [{ name: 'mirror' }],
    }),
    message: `Rollout r: ${STEPS}/0/setMirrorRoute: expected trafficRouting by one of istio, plugins, was none`,
  },
  {
    what: 'a mirror by a router that has none',
    document: canary([mirror(), { pause: {} }], {
      nginx: { stableIngress: 'i' },
      managedRoutes: [{ name: 'mirror' }],
    }),
    message: `Rollout r: ${STEPS}/0/setMirrorRoute: expected trafficRouting by one of istio, plugins, was nginx`,
  },
  {
    what: 'a mirror that is not among the managed routes',
    document: canary([mirror(), { pause: {} }], istio),
    message: `Rollout r: ${STEPS}/0/setMirrorRoute/name: expected the name of one of trafficRouting.managedRoutes, was "mirror"`,
  },
  {
    what: 'a mirror of more than all requests',
    document: canary([mirror({ percentage: 120 }), { pause: {} }], managed),
    message: `Rollout r: ${STEPS}/0/setMirrorRoute/percentage: expected 0 to 100, was 120`,
  },
  {
    what: 'a share without a match, which takes the mirror away',
    document: canary([mirror({ match: [] }), { pause: {} }], managed),
    message: `Rollout r: ${STEPS}/0/setMirrorRoute/match: expected a match, without which the step removes the mirror, was nothing`,
  },
  {
    what: 'a match of two kinds',
    document: canary(
      [
        mirror({ match: [{ path: { prefix: '/', exact: '/a' } }] }),
        { pause: {} },
      ],
      managed,
    ),
    message: `Rollout r: ${STEPS}/0/setMirrorRoute/match/0/path: expected exactly one of exact, regex, prefix, was exact and prefix`,
  },
  {
    what: 'a shadow that becomes all traffic at once',
    document: canary([mirror()], managed),
    message: `Rollout r: ${STEPS}/0/setMirrorRoute: expected a pause or an analysis after it, or the candidate gets all traffic at once, was nothing`,
  },
  {
    what: 'a header route that is not among the managed routes',
    document: canary(
      [
        {
          setHeaderRoute: {
            name: 'group',
            match: [{ headerName: 'x', headerValue: { exact: 'b' } }],
          },
        },
      ],
      istio,
    ),
    message: `Rollout r: ${STEPS}/0/setHeaderRoute/name: expected the name of one of trafficRouting.managedRoutes, was "group"`,
  },
  {
    what: 'a pattern that ALB does not match',
    document: canary(
      [
        {
          setHeaderRoute: {
            name: 'group',
            match: [{ headerName: 'x', headerValue: { prefix: 'b' } }],
          },
        },
      ],
      {
        alb: { ingress: 'i', servicePort: 80 },
        managedRoutes: [{ name: 'group' }],
      },
    ),
    message: `Rollout r: ${STEPS}/0/setHeaderRoute/match/0/headerValue: expected exact, the only match that ALB has, was {"prefix":"b"}`,
  },
  {
    what: 'an experiment with weights and no router',
    document: canary([
      {
        experiment: {
          templates: [{ name: 't', specRef: 'canary', weight: 5 }],
        },
      },
    ]),
    message: `Rollout r: ${STEPS}/0/experiment/templates/0/weight: expected trafficRouting by one of smi, alb, istio, plugins, which it needs, was 5`,
  },
  {
    what: 'requests of a container above its limits',
    document: rollout(
      { canary: {} },
      {
        ...pods,
        template: {
          metadata: { labels: { app: 'm' } },
          spec: {
            containers: [
              {
                name: 'c',
                image: 'x:2',
                resources: { requests: { cpu: '2' }, limits: { cpu: '500m' } },
              },
            ],
          },
        },
      },
    ),
    message:
      'Rollout r: /spec/template/spec/containers/0/resources/requests/cpu: expected at most the limit of 500m, was "2"',
  },
];
