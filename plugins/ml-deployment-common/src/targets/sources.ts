import { Source } from '../strategies/types';

/** What the table of strategies and targets was worked out from. */
export const TARGET_SOURCES = {
  kserveKnative: {
    title: 'KServe: reconciler of Knative services',
    url: 'https://github.com/kserve/kserve/blob/master/pkg/controller/v1beta1/inferenceservice/reconcilers/knative/ksvc_reconciler.go',
  },
  kserveValidation: {
    title: 'KServe: validation of InferenceServices',
    url: 'https://github.com/kserve/kserve/blob/master/pkg/apis/serving/v1beta1/inference_service_validation.go',
  },
  kserveRollout: {
    title: 'KServe: Canary rollout example',
    url: 'https://kserve.github.io/website/docs/model-serving/predictive-inference/rollout-strategies/canary-example',
  },
  kserveCanaryStandard: {
    title: 'KServe: canaries of Standard mode (pull request 5672)',
    url: 'https://github.com/kserve/kserve/pull/5672',
  },
  kserveShadow: {
    title: 'KServe: Shadow deployments (issue 2978, open)',
    url: 'https://github.com/kserve/kserve/issues/2978',
  },
  argoIstio: {
    title: 'Argo Rollouts: Istio',
    url: 'https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/',
  },
  argoTraffic: {
    title: 'Argo Rollouts: Traffic management',
    url: 'https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/',
  },
  argoBlueGreen: {
    title: 'Argo Rollouts: BlueGreen deployment strategy',
    url: 'https://argo-rollouts.readthedocs.io/en/stable/features/bluegreen/',
  },
  argoCanary: {
    title: 'Argo Rollouts: Canary deployment strategy',
    url: 'https://argo-rollouts.readthedocs.io/en/stable/features/canary/',
  },
  argoValidation: {
    title: 'Argo Rollouts: validation of Rollouts',
    url: 'https://github.com/argoproj/argo-rollouts/blob/master/pkg/apis/rollouts/validation/validation.go',
  },
  argoGatewayPlugin: {
    title: 'Argo Rollouts: Gateway API plugin',
    url: 'https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io/en/latest/',
  },
  argoGatewayHeaders: {
    title: 'Argo Rollouts: Gateway API plugin, header-based routing',
    url: 'https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io/en/latest/features/header-based-routing/',
  },
  argoGatewayMirror: {
    title: 'Argo Rollouts: Gateway API plugin, mirror routing',
    url: 'https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi/blob/main/docs/features/mirror-routing.md',
  },
  gatewayRoute: {
    title: 'Gateway API: HTTPRoute',
    url: 'https://gateway-api.sigs.k8s.io/api-types/httproute/',
  },
  gatewayMirror: {
    title: 'Gateway API: HTTP request mirroring',
    url: 'https://gateway-api.sigs.k8s.io/guides/http-request-mirroring/',
  },
  gatewaySplitting: {
    title: 'Gateway API: HTTP traffic splitting',
    url: 'https://gateway-api.sigs.k8s.io/guides/traffic-splitting/',
  },
  istioMirror: {
    title: 'Istio: Mirroring',
    url: 'https://istio.io/latest/docs/tasks/traffic-management/mirroring/',
  },
  istioVirtualService: {
    title: 'Istio: VirtualService',
    url: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/',
  },
  kubernetesDeployment: {
    title: 'Kubernetes: Deployments, strategy',
    url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  },
} as const satisfies Record<string, Source>;
