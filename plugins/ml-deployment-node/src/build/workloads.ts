import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { IService } from 'kubernetes-models/v1/Service';
import { STABLE_ANNOTATIONS } from '../manifests/labels';
import { KubernetesObject } from '../manifests/types';
import { RenderRequest, RenderVersion } from '../request/requestSchema';
import { Variant, metadataOf, selectorOf } from './metadata';
import { DEFAULT_PORT, podTemplateOf } from './podTemplate';

export const SERVICE_PORT = 80;

/** What a way back needs, kept with the object. */
export function stableAnnotationsOf({
  versions: { stable },
}: RenderRequest): Record<string, string> {
  if (!stable) return {};
  return {
    [STABLE_ANNOTATIONS.version]: stable.version,
    ...(stable.image ? { [STABLE_ANNOTATIONS.image]: stable.image } : {}),
    ...(stable.uri ? { [STABLE_ANNOTATIONS.uri]: stable.uri } : {}),
  };
}

export function deploymentOf(
  request: RenderRequest,
  name: string,
  version: RenderVersion,
  options: { variant?: Variant; strategy?: 'RollingUpdate' | 'Recreate' } = {},
): KubernetesObject {
  const { variant, strategy = 'RollingUpdate' } = options;
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataOf(request, name, {
      variant,
      annotations: variant ? {} : stableAnnotationsOf(request),
    }),
    spec: {
      // An autoscaler owns the number; a field here would fight it at each sync.
      ...(request.autoscaling ? {} : { replicas: request.replicas ?? 1 }),
      selector: { matchLabels: selectorOf(request, variant) },
      strategy:
        strategy === 'Recreate'
          ? { type: 'Recreate' }
          : {
              type: 'RollingUpdate',
              rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 },
            },
      template: podTemplateOf(request, version, variant),
    },
  } satisfies IDeployment;
  return deployment;
}

export function serviceOf(
  request: RenderRequest,
  name: string,
  variant?: Variant,
): KubernetesObject {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(request, name, { variant }),
    spec: {
      selector: selectorOf(request, variant),
      ports: [
        {
          name: 'http',
          port: SERVICE_PORT,
          targetPort: request.port ?? DEFAULT_PORT,
        },
      ],
    },
  } satisfies IService;
  return service;
}

/** The autoscaler of a workload, where one is asked for. */
export function autoscalerOf(
  request: RenderRequest,
  workload: { apiVersion: string; kind: string; name: string },
  variant?: Variant,
): KubernetesObject[] {
  const { autoscaling } = request;
  if (!autoscaling) return [];
  const autoscaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadataOf(request, workload.name, { variant }),
    spec: {
      scaleTargetRef: workload,
      minReplicas: autoscaling.minReplicas,
      maxReplicas: autoscaling.maxReplicas,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: {
              type: 'Utilization',
              averageUtilization: autoscaling.targetCpuPercent ?? 70,
            },
          },
        },
      ],
    },
  } satisfies IHorizontalPodAutoscaler;
  return [autoscaler];
}

/** How many pods a drain may take, where that is asked for. */
export function disruptionBudgetOf(
  request: RenderRequest,
  name: string,
  matchLabels: Record<string, string>,
  variant?: Variant,
): KubernetesObject[] {
  const { disruptionBudget } = request;
  if (!disruptionBudget) return [];
  const budget = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadataOf(request, name, { variant }),
    spec: { ...disruptionBudget, selector: { matchLabels } },
  } satisfies IPodDisruptionBudget;
  return [budget];
}
