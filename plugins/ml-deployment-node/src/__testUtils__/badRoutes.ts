import { Json } from '../validate/types';
import { BadManifest } from './badManifests';

const route = (rule: Json): Json => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'm' },
  spec: { parentRefs: [{ name: 'gw' }], rules: [rule] },
});

const copies = (more: Json) => ({
  type: 'RequestMirror',
  requestMirror: { backendRef: { name: 'v2', port: 80 }, ...more },
});

const v1 = { name: 'v1', port: 80 };

const service = (http: Json): Json => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'm' },
  spec: { hosts: ['m'], http: [http] },
});

const to = (host: string, weight?: number) => ({
  destination: { host },
  ...(weight === undefined ? {} : { weight }),
});

const object = (apiVersion: string, kind: string, spec: Json): Json => ({
  apiVersion,
  kind,
  metadata: { name: 'm' },
  spec,
});

const template = {
  metadata: { labels: { app: 'm' } },
  spec: { containers: [{ name: 'c', image: 'x:2' }] },
};
const selector = { matchLabels: { app: 'm' } };

/** What only gateways, Istio and Kubernetes itself would tell. */
export const BAD_ROUTES: BadManifest[] = [
  {
    what: 'a share of copies said twice',
    document: route({
      backendRefs: [v1],
      filters: [copies({ percent: 20, fraction: { numerator: 1 } })],
    }),
    message:
      'HTTPRoute m: /spec/rules/0/filters/0/requestMirror/percent: expected either percent or fraction, was both',
  },
  {
    what: 'more copies than requests',
    document: route({
      backendRefs: [v1],
      filters: [copies({ fraction: { numerator: 150 } })],
    }),
    message:
      'HTTPRoute m: /spec/rules/0/filters/0/requestMirror/fraction/numerator: expected at most the denominator of 100, was 150',
  },
  {
    what: 'a filter that does nothing',
    document: route({
      backendRefs: [v1],
      filters: [{ type: 'RequestMirror' }],
    }),
    message:
      'HTTPRoute m: /spec/rules/0/filters/0/requestMirror: expected what the filter RequestMirror does, was nothing',
  },
  {
    what: 'no weight above 0',
    document: route({
      backendRefs: [
        { ...v1, weight: 0 },
        { name: 'v2', port: 80, weight: 0 },
      ],
    }),
    message:
      'HTTPRoute m: /spec/rules/0/backendRefs: expected at least one backend with a weight above 0, or every request fails, was all 0',
  },
  {
    what: 'a Service without a port',
    document: route({ backendRefs: [{ name: 'v1' }] }),
    message:
      'HTTPRoute m: /spec/rules/0/backendRefs/0/port: expected a port, which a Service needs, was nothing',
  },
  {
    what: 'a share of copies above all',
    document: service({
      route: [to('a')],
      mirror: { host: 'b' },
      mirrorPercentage: { value: 120 },
    }),
    message:
      'VirtualService m: /spec/http/0/mirrorPercentage/value: expected 0 to 100, was 120',
  },
  {
    what: 'mirrors in two ways',
    document: service({
      route: [to('a')],
      mirror: { host: 'b' },
      mirrors: [{ destination: { host: 'c' } }],
    }),
    message:
      'VirtualService m: /spec/http/0/mirrors: expected either mirror or mirrors, was both',
  },
  {
    what: 'a share of copies that go nowhere',
    document: service({ route: [to('a')], mirrorPercentage: { value: 20 } }),
    message:
      'VirtualService m: /spec/http/0/mirror: expected where copies go, since a share of them is given, was nothing',
  },
  {
    what: 'weights that are nothing together',
    document: service({ route: [to('a', 0), to('b', 0)] }),
    message:
      'VirtualService m: /spec/http/0/route: expected weights with a sum above 0, was 0',
  },
  {
    what: 'no destination',
    document: service({ name: 'primary' }),
    message:
      'VirtualService m: /spec/http/0/route: expected at least one destination, was none',
  },
  {
    what: 'a Deployment whose pods are not its own',
    document: object('apps/v1', 'Deployment', {
      selector: { matchLabels: { app: 'other' } },
      template,
    }),
    message:
      'Deployment m: /spec/template/metadata/labels: expected app: other, as the selector asks, was "m"',
  },
  {
    what: 'settings of a rolling update with Recreate',
    document: object('apps/v1', 'Deployment', {
      selector,
      template,
      strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } },
    }),
    message:
      'Deployment m: /spec/strategy/rollingUpdate: expected no such field with Recreate, was {"maxSurge":1}',
  },
  {
    what: 'an update that can replace nothing',
    document: object('apps/v1', 'Deployment', {
      selector,
      template,
      strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } },
    }),
    message:
      'Deployment m: /spec/strategy/rollingUpdate/maxSurge: expected above 0 where maxUnavailable is 0, or nothing could ever be replaced, was 0',
  },
  {
    what: 'bounds of scaling the wrong way round',
    document: object('autoscaling/v2', 'HorizontalPodAutoscaler', {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'm' },
      minReplicas: 4,
      maxReplicas: 2,
    }),
    message:
      'HorizontalPodAutoscaler m: /spec/maxReplicas: expected at least the minReplicas of 4, was 2',
  },
  {
    what: 'a budget said twice',
    document: object('policy/v1', 'PodDisruptionBudget', {
      selector,
      minAvailable: 1,
      maxUnavailable: 1,
    }),
    message:
      'PodDisruptionBudget m: /spec: expected exactly one of minAvailable, maxUnavailable, was minAvailable and maxUnavailable',
  },
  {
    what: 'several ports without names',
    document: object('v1', 'Service', {
      ports: [{ name: 'http', port: 80 }, { port: 81 }],
    }),
    message:
      'Service m: /spec/ports/1/name: expected a name, which each of several ports needs, was nothing',
  },
];
