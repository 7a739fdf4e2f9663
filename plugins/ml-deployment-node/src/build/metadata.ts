import { VARIANT_LABEL } from '../manifests/labels';
import { versionLabel } from '../request/names';
import { RenderRequest } from '../request/requestSchema';

export type Variant = 'stable' | 'candidate';

/** Labels that select the pods of a deployment, or of one of its variants. */
export function selectorOf(
  { name }: RenderRequest,
  variant?: Variant,
): Record<string, string> {
  return {
    'app.kubernetes.io/name': name,
    ...(variant ? { [VARIANT_LABEL]: variant } : {}),
  };
}

/** Labels of an object; its own can add to them, not change them. */
export function labelsOf(
  request: RenderRequest,
  variant?: Variant,
): Record<string, string> {
  return {
    ...request.labels,
    ...selectorOf(request, variant),
    'app.kubernetes.io/managed-by': 'airworthy',
  };
}

/** Labels of pods, which tell the version to metrics. */
export function podLabelsOf(
  request: RenderRequest,
  version: string,
  variant?: Variant,
): Record<string, string> {
  return {
    ...labelsOf(request, variant),
    'app.kubernetes.io/version': versionLabel(version),
    // Istio reads the version of a workload from this one.
    version: versionLabel(version),
  };
}

/** The metadata of an object. */
export function metadataOf(
  request: RenderRequest,
  name: string,
  more: {
    variant?: Variant;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  } = {},
) {
  const annotations = { ...request.annotations, ...more.annotations };
  return {
    name,
    namespace: request.namespace,
    labels: { ...labelsOf(request, more.variant), ...more.labels },
    ...(Object.keys(annotations).length ? { annotations } : {}),
  };
}
