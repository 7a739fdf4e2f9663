import { Json } from '../validate/types';

/** A manifest that is wrong in one thing that its schema lets through. */
export interface BadManifest {
  what: string;
  document: Json;
  /** The sentence that it is refused with. */
  message: string;
}

const isvc = (spec: Json, annotations?: Json): Json => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'm', ...(annotations ? { annotations } : {}) },
  spec,
});

const STANDARD = { 'serving.kserve.io/deploymentMode': 'Standard' };
const model = { modelFormat: { name: 'sklearn' }, storageUri: 'gs://b/m' };
const named = { ...model, name: 'kserve-container' };

const withCanary = (
  canary: Json[],
  predictor: Json = {},
  annotations: Json | undefined = STANDARD,
) => isvc({ predictor: { model, ...predictor }, canary }, annotations);

const canaryOf = (predictor: Json, trafficPercent = 10) => ({
  trafficPercent,
  predictor: { model: named, ...predictor },
});

const graph = (nodes: Json, name = 'g'): Json => ({
  apiVersion: 'serving.kserve.io/v1alpha1',
  kind: 'InferenceGraph',
  metadata: { name },
  spec: { nodes },
});

/** What only KServe’s webhook or controller would tell. */
export const BAD_KSERVE: BadManifest[] = [
  {
    what: 'a canary of more than all traffic',
    document: isvc({ predictor: { model, canaryTrafficPercent: 150 } }),
    message:
      'InferenceService m: /spec/predictor/canaryTrafficPercent: expected 0 to 100, was 150',
  },
  {
    what: 'a share that Standard mode does not look at',
    document: isvc(
      { predictor: { model, canaryTrafficPercent: 10 } },
      STANDARD,
    ),
    message:
      'InferenceService m: /spec/predictor/canaryTrafficPercent: expected no such field in Standard mode, where it has no effect: use spec.canary, was 10',
  },
  {
    what: 'two implementations',
    document: isvc({
      predictor: { model, sklearn: { storageUri: 'gs://b/m' } },
    }),
    message:
      'InferenceService m: /spec/predictor: expected exactly one implementation, such as model or a container, was model, sklearn',
  },
  {
    what: 'no implementation',
    document: isvc({ predictor: { minReplicas: 1 } }),
    message:
      'InferenceService m: /spec/predictor: expected exactly one implementation, such as model or a container, was none',
  },
  {
    what: 'fewer replicas at most than at least',
    document: isvc({ predictor: { model, minReplicas: 3, maxReplicas: 2 } }),
    message:
      'InferenceService m: /spec/predictor/maxReplicas: expected at least the minReplicas of 3, was 2',
  },
  {
    what: 'canaries without Standard mode',
    document: isvc({
      predictor: { model },
      canary: [canaryOf({ name: 'v2' })],
    }),
    message:
      'InferenceService m: /metadata/annotations/serving.kserve.io~1deploymentMode: expected Standard, which spec.canary needs, was nothing',
  },
  {
    what: 'a canary without a name',
    document: withCanary([canaryOf({})]),
    message:
      'InferenceService m: /spec/canary/0/predictor/name: expected a name of its own, was nothing',
  },
  {
    what: 'a canary with the name of the stable predictor',
    document: withCanary([canaryOf({ name: 'v1' })], { name: 'v1' }),
    message:
      'InferenceService m: /spec/canary/0/predictor/name: expected another name than that of the stable predictor, was "v1"',
  },
  {
    what: 'two canaries of one name',
    document: withCanary([canaryOf({ name: 'v2' }), canaryOf({ name: 'v2' })]),
    message:
      'InferenceService m: /spec/canary/1/predictor/name: expected another name than that of canary 0, was "v2"',
  },
  {
    what: 'canaries of more than all traffic together',
    document: withCanary([
      canaryOf({ name: 'v2' }, 60),
      canaryOf({ name: 'v3' }, 50),
    ]),
    message:
      'InferenceService m: /spec/canary: expected a sum of trafficPercent of at most 100, was 110',
  },
  {
    what: 'a canary that scales by itself',
    document: withCanary([canaryOf({ name: 'v2', maxReplicas: 3 })]),
    message:
      'InferenceService m: /spec/canary/0/predictor/maxReplicas: expected no such field on a canary, which does not scale by itself, was 3',
  },
  {
    what: 'a canary with more replicas than the stable predictor',
    document: withCanary([canaryOf({ name: 'v2', minReplicas: 2 })]),
    message:
      'InferenceService m: /spec/canary/0/predictor/minReplicas: expected at most the 1 of the stable predictor, was 2',
  },
  {
    what: 'a model of a canary without a name',
    document: withCanary([canaryOf({ name: 'v2', model })]),
    message:
      'InferenceService m: /spec/canary/0/predictor/model/name: expected a name, which the schema asks for here though not of the stable predictor, was nothing',
  },
  {
    what: 'a graph without a root',
    document: graph({
      start: { routerType: 'Sequence', steps: [{ serviceName: 'a' }] },
    }),
    message:
      'InferenceGraph g: /spec/nodes/root: expected a node with this name, where requests come in, was start',
  },
  {
    what: 'weights of a Splitter that are not 100 together',
    document: graph({
      root: {
        routerType: 'Splitter',
        steps: [
          { serviceName: 'a', weight: 80 },
          { serviceName: 'b', weight: 50 },
        ],
      },
    }),
    message:
      'InferenceGraph g: /spec/nodes/root/steps: expected weights that add up to exactly 100, was 130',
  },
  {
    what: 'a step of a Splitter without a weight',
    document: graph({
      root: {
        routerType: 'Splitter',
        steps: [{ serviceName: 'a', weight: 100 }, { serviceName: 'b' }],
      },
    }),
    message:
      'InferenceGraph g: /spec/nodes/root/steps/1/weight: expected a weight, which every step of a Splitter has, was nothing',
  },
  {
    what: 'a step with two targets',
    document: graph({
      root: {
        routerType: 'Sequence',
        steps: [{ serviceName: 'a', nodeName: 'b' }],
      },
    }),
    message:
      'InferenceGraph g: /spec/nodes/root/steps/0: expected exactly one of nodeName, serviceName, serviceUrl, was nodeName, serviceName',
  },
  {
    what: 'two steps of one name',
    document: graph({
      root: {
        routerType: 'Sequence',
        steps: [
          { name: 's', serviceName: 'a' },
          { name: 's', serviceName: 'b' },
        ],
      },
    }),
    message:
      'InferenceGraph g: /spec/nodes/root/steps/1/name: expected a name that no other step of the node has, was "s"',
  },
  {
    what: 'a name of a graph that begins with a digit',
    document: graph(
      { root: { routerType: 'Sequence', steps: [{ serviceName: 'a' }] } },
      '1g',
    ),
    message:
      'InferenceGraph 1g: /metadata/name: expected lower-case letters, digits and hyphens with a letter first, was "1g"',
  },
];
