import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import { KubernetesObject } from '../manifests/types';
import { RenderRequest } from '../request/requestSchema';
import { metadataOf, selectorOf } from './metadata';
import { podTemplateOf } from './podTemplate';
import { stableAnnotationsOf } from './workloads';

export type RolloutStrategy = NonNullable<IRollout['spec']['strategy']>;
export type CanaryStep = NonNullable<
  NonNullable<RolloutStrategy['canary']>['steps']
>[number];

/** The name under which the Gateway API plugin is installed. */
export const GATEWAY_PLUGIN = 'argoproj-labs/gatewayAPI';

/** A Rollout that brings the candidate to users. */
export function rolloutOf(
  request: RenderRequest,
  strategy: RolloutStrategy,
): KubernetesObject {
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1' as const,
    kind: 'Rollout' as const,
    metadata: metadataOf(request, request.name, {
      annotations: stableAnnotationsOf(request),
    }),
    spec: {
      ...(request.autoscaling ? {} : { replicas: request.replicas ?? 1 }),
      selector: { matchLabels: selectorOf(request) },
      template: podTemplateOf(request, request.versions.candidate),
      strategy,
    },
  } satisfies IRollout & KubernetesObject;
  return rollout;
}
