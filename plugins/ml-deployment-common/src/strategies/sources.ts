import { Source } from './types';

/** What the strategies and the advice were worked out from. */
export const SOURCES = {
  argoConcepts: {
    title: 'Argo Rollouts: Concepts',
    url: 'https://argo-rollouts.readthedocs.io/en/stable/concepts/',
  },
  argoBlueGreen: {
    title: 'Argo Rollouts: BlueGreen deployment strategy',
    url: 'https://argo-rollouts.readthedocs.io/en/stable/features/bluegreen/',
  },
  argoPractices: {
    title: 'Argo Rollouts: Best practices',
    url: 'https://argo-rollouts.readthedocs.io/en/stable/best-practices/',
  },
  flaggerFaq: {
    title: 'Flagger: Frequently asked questions',
    url: 'https://docs.flagger.app/faq',
  },
  flaggerStrategies: {
    title: 'Flagger: Deployment strategies',
    url: 'https://docs.flagger.app/usage/deployment-strategies',
  },
  sageMakerShadow: {
    title: 'Amazon SageMaker AI: Shadow tests',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/shadow-tests.html',
  },
  sageMakerGuardrails: {
    title: 'Amazon SageMaker AI: Deployment guardrails',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails.html',
  },
  sreCanarying: {
    title: 'Google SRE Workbook, chapter 16: Canarying releases',
    url: 'https://sre.google/workbook/canarying-releases/',
  },
  spinnakerCanary: {
    title: 'Spinnaker: Canary best practices',
    url: 'https://spinnaker.io/docs/guides/user/canary/best-practices/',
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
  kubernetesDeployment: {
    title: 'Kubernetes: Deployments, strategy',
    url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  },
  kserveCanary: {
    title: 'KServe: Canary rollout strategy',
    url: 'https://kserve.github.io/website/docs/model-serving/predictive-inference/rollout-strategies/canary',
  },
} as const satisfies Record<string, Source>;
