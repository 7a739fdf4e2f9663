import { RenderRequest, RenderVersion } from '../request/requestSchema';
import {
  InferenceService,
  Predictor,
  ServedModel,
} from './inferenceServiceTypes';
import { Variant, metadataOf, podLabelsOf } from './metadata';
import { DEFAULT_PORT, podSecurityOf, servingFieldsOf } from './podTemplate';

/** KServe's own name of the container that answers. */
export const KSERVE_CONTAINER = 'kserve-container';

/** Which of its modes KServe serves an object in. */
export type DeploymentMode = 'Knative' | 'Standard';

function implementationOf(
  request: RenderRequest,
  version: RenderVersion,
): Pick<Predictor, 'model' | 'containers'> {
  const { model, port = DEFAULT_PORT } = request;
  if (version.image) {
    return {
      containers: [
        {
          name: KSERVE_CONTAINER,
          image: version.image,
          ports: [{ containerPort: port, protocol: 'TCP' }],
          ...servingFieldsOf(request),
        },
      ],
    };
  }
  const served: ServedModel = {
    modelFormat: { ...model!.format! },
    ...(model?.runtime ? { runtime: model.runtime } : {}),
    ...(model?.protocolVersion
      ? { protocolVersion: model.protocolVersion }
      : {}),
    storageUri: version.uri,
    ...servingFieldsOf(request),
  };
  return { model: served };
}

function scalingOf(
  { autoscaling, replicas = 1 }: RenderRequest,
  mode: DeploymentMode,
): Partial<Predictor> {
  if (!autoscaling) return { minReplicas: replicas, maxReplicas: replicas };
  const { minReplicas, maxReplicas } = autoscaling;
  // Knative scales by concurrency of its own, and refuses CPU without an HPA class.
  if (mode === 'Knative') return { minReplicas, maxReplicas };
  return {
    minReplicas,
    maxReplicas,
    scaleMetric: 'cpu',
    scaleTarget: autoscaling.targetCpuPercent ?? 70,
  };
}

/** A predictor that serves a version. */
export function predictorOf(
  request: RenderRequest,
  version: RenderVersion,
  mode: DeploymentMode,
  variant?: Variant,
): Predictor {
  const { serviceAccountName } = request;
  return {
    ...scalingOf(request, mode),
    labels: podLabelsOf(request, version.version, variant),
    ...(serviceAccountName ? { serviceAccountName } : {}),
    ...podSecurityOf(request),
    ...implementationOf(request, version),
  };
}

/** A predictor beside the stable one, which may not scale by itself. */
export function canaryPredictorOf(
  request: RenderRequest,
  version: RenderVersion,
  name: string,
): Predictor {
  const { model, maxReplicas, scaleMetric, scaleTarget, ...rest } = predictorOf(
    request,
    version,
    'Standard',
    'candidate',
  );
  return {
    name,
    ...rest,
    minReplicas: 1,
    // The schema asks for this name here, though not of the stable predictor.
    ...(model ? { model: { name: KSERVE_CONTAINER, ...model } } : {}),
  };
}

export function inferenceServiceOf(
  request: RenderRequest,
  name: string,
  mode: DeploymentMode,
  spec: InferenceService['spec'],
  more: { variant?: Variant; annotations?: Record<string, string> } = {},
): InferenceService {
  return {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: metadataOf(request, name, {
      variant: more.variant,
      annotations: {
        ...more.annotations,
        'serving.kserve.io/deploymentMode': mode,
      },
    }),
    spec,
  };
}
