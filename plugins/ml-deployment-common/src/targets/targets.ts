import { TARGET_SOURCES } from './sources';
import { DeploymentTarget } from './types';

/** Every target that manifests are made for. @public */
export const TARGETS: readonly DeploymentTarget[] = [
  {
    id: 'kserve-knative',
    title: 'KServe, Knative mode',
    summary:
      'One InferenceService; Knative keeps a revision of each version and splits traffic between the last two.',
    needs: [
      { product: 'KServe' },
      { product: 'Knative Serving' },
      { product: 'Istio' },
    ],
    abilities: [
      {
        ability: 'weights',
        how: '`canaryTrafficPercent` between the last two revisions',
      },
      { ability: 'mirror', how: 'by an Istio VirtualService beneath it' },
      { ability: 'headers', how: 'by an Istio VirtualService beneath it' },
      { ability: 'variant-metrics', how: 'by the name of the revision' },
    ],
    sources: [TARGET_SOURCES.kserveKnative, TARGET_SOURCES.kserveRollout],
  },
  {
    id: 'kserve-standard',
    title: 'KServe, Standard mode',
    summary:
      'InferenceServices as plain Deployments; HTTPRoutes of the Gateway API split traffic.',
    needs: [
      { product: 'KServe', since: '0.20' },
      { product: 'Gateway API', since: '1.0' },
    ],
    abilities: [
      { ability: 'weights', how: '`spec.canary[]` with `trafficPercent`' },
      { ability: 'mirror', how: 'by an HTTPRoute beneath it' },
      { ability: 'headers', how: 'by an HTTPRoute beneath it' },
      { ability: 'variant-metrics', how: 'by the Deployment of the variant' },
    ],
    sources: [
      TARGET_SOURCES.kserveCanaryStandard,
      TARGET_SOURCES.kserveValidation,
    ],
  },
  {
    id: 'argo-rollouts-istio',
    title: 'Argo Rollouts with Istio',
    summary:
      'A Rollout takes the steps itself, measures with AnalysisTemplates, and moves traffic in a VirtualService.',
    needs: [{ product: 'Argo Rollouts', since: '1.3' }, { product: 'Istio' }],
    abilities: [
      { ability: 'weights', how: '`setWeight` in a VirtualService' },
      { ability: 'mirror', how: '`setMirrorRoute`' },
      { ability: 'headers', how: '`setHeaderRoute`' },
      {
        ability: 'variant-metrics',
        how: 'Istio’s metrics by the version label of the pods',
      },
    ],
    sources: [TARGET_SOURCES.argoIstio, TARGET_SOURCES.argoTraffic],
  },
  {
    id: 'argo-rollouts-gateway',
    title: 'Argo Rollouts with the Gateway API',
    summary:
      'A Rollout takes the steps itself and moves traffic in an HTTPRoute, through its Gateway API plugin.',
    needs: [
      { product: 'Argo Rollouts', since: '1.5' },
      { product: 'Gateway API plugin of Argo Rollouts' },
      { product: 'Gateway API', since: '1.0' },
    ],
    abilities: [
      { ability: 'weights', how: '`setWeight` in an HTTPRoute' },
      {
        ability: 'mirror',
        how: '`setMirrorRoute`, where the plugin and the gateway have it',
      },
      { ability: 'headers', how: '`setHeaderRoute` in an HTTPRoute' },
      {
        ability: 'variant-metrics',
        how: 'by the pod template hash, with a query of your own',
      },
    ],
    sources: [
      TARGET_SOURCES.argoGatewayPlugin,
      TARGET_SOURCES.argoGatewayHeaders,
      TARGET_SOURCES.argoGatewayMirror,
    ],
  },
  {
    id: 'gateway-api',
    title: 'Deployments with the Gateway API',
    summary:
      'A Deployment and a Service for each version, and an HTTPRoute that people or a pipeline change.',
    needs: [{ product: 'Gateway API', since: '1.0' }],
    abilities: [
      { ability: 'weights', how: 'weights of the backends' },
      { ability: 'mirror', how: 'the RequestMirror filter' },
      { ability: 'headers', how: 'header matches' },
      { ability: 'variant-metrics', how: 'by the Service of the variant' },
    ],
    sources: [
      TARGET_SOURCES.gatewayRoute,
      TARGET_SOURCES.gatewaySplitting,
      TARGET_SOURCES.gatewayMirror,
    ],
  },
];
