import { ModelClass, loadModel } from './loadModel';
import { SchemaError, findingsOf } from './schemaErrors';
import { Finding, Json } from './types';

const ARGO = '@kubernetes-models/argo-rollouts';
const GATEWAY = '@kubernetes-models/gateway-api';
const ISTIO = '@kubernetes-models/istio';
const CORE = 'kubernetes-models';

/* Package and file of each kind that one is published for. */
const MODELS: Record<string, readonly [string, string]> = {
  'argoproj.io/v1alpha1 Rollout': [ARGO, 'argoproj.io/v1alpha1/Rollout'],
  'argoproj.io/v1alpha1 AnalysisTemplate': [
    ARGO,
    'argoproj.io/v1alpha1/AnalysisTemplate',
  ],
  'argoproj.io/v1alpha1 ClusterAnalysisTemplate': [
    ARGO,
    'argoproj.io/v1alpha1/ClusterAnalysisTemplate',
  ],
  'gateway.networking.k8s.io/v1 HTTPRoute': [
    GATEWAY,
    'gateway.networking.k8s.io/v1/HTTPRoute',
  ],
  'networking.istio.io/v1 VirtualService': [
    ISTIO,
    'networking.istio.io/v1/VirtualService',
  ],
  'apps/v1 Deployment': [CORE, 'apps/v1/Deployment'],
  'v1 Service': [CORE, 'v1/Service'],
  'autoscaling/v2 HorizontalPodAutoscaler': [
    CORE,
    'autoscaling/v2/HorizontalPodAutoscaler',
  ],
  'policy/v1 PodDisruptionBudget': [CORE, 'policy/v1/PodDisruptionBudget'],
};

const loaded = new Map<string, ModelClass>();

/* Each is loaded when it is first needed: together they are large. */
function modelOf([packageName, path]: readonly [string, string]): ModelClass {
  const key = `${packageName}/${path}`;
  const model = loaded.get(key) ?? loadModel(packageName, path);
  loaded.set(key, model);
  return model;
}

function validate(model: readonly [string, string], data: Json): Finding[] {
  const Model = modelOf(model);
  try {
    new Model(data as never).validate();
    return [];
  } catch (error) {
    const { errors } = error as { errors?: SchemaError[] };
    if (!errors) throw error;
    return findingsOf(data, errors);
  }
}

/** A pod's own schema, for engines that take over its fields. */
export const findInPodSpec = (pod: Json): Finding[] =>
  validate([CORE, 'v1/PodSpec'], pod);

/** A container's own schema, for engines that take over its fields. */
export const findInContainer = (container: Json): Finding[] =>
  validate([CORE, 'v1/Container'], container);

/**
 * What the published schema of a kind says of a document; undefined where no
 * package publishes one.
 */
export function findInPublishedSchema(document: Json): Finding[] | undefined {
  const key = `${document.apiVersion} ${document.kind}`;
  return Object.hasOwn(MODELS, key)
    ? validate(MODELS[key], document)
    : undefined;
}
