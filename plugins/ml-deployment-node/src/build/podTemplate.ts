import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { IPodTemplateSpec } from 'kubernetes-models/v1/PodTemplateSpec';
import { RenderRequest, RenderVersion } from '../request/requestSchema';
import { Variant, podLabelsOf } from './metadata';

export const DEFAULT_PORT = 8080;

type Probe = NonNullable<NonNullable<RenderRequest['probes']>['readiness']>;

const probeOf = (probe: Probe, port: number) => ({
  httpGet: { path: probe.path, port },
  ...(probe.periodSeconds ? { periodSeconds: probe.periodSeconds } : {}),
  ...(probe.failureThreshold
    ? { failureThreshold: probe.failureThreshold }
    : {}),
});

/** Security of a pod that may not be root. */
export const podSecurityOf = ({
  policy,
}: RenderRequest): Pick<IPodSpec, 'securityContext'> =>
  policy?.runAsNonRoot
    ? {
        securityContext: {
          runAsNonRoot: true,
          seccompProfile: { type: 'RuntimeDefault' },
        },
      }
    : {};

/** What a serving container has, whoever runs it. */
export function servingFieldsOf(
  request: RenderRequest,
): Pick<
  IContainer,
  | 'resources'
  | 'securityContext'
  | 'readinessProbe'
  | 'livenessProbe'
  | 'startupProbe'
> {
  const { resources, probes, policy, port = DEFAULT_PORT } = request;
  return {
    ...(resources ? { resources } : {}),
    ...(probes?.readiness
      ? { readinessProbe: probeOf(probes.readiness, port) }
      : {}),
    ...(probes?.liveness
      ? { livenessProbe: probeOf(probes.liveness, port) }
      : {}),
    ...(probes?.startup ? { startupProbe: probeOf(probes.startup, port) } : {}),
    ...(policy?.runAsNonRoot
      ? {
          securityContext: {
            allowPrivilegeEscalation: false,
            runAsNonRoot: true,
            capabilities: { drop: ['ALL'] },
          },
        }
      : {}),
  };
}

/** The pods of a version. */
export function podTemplateOf(
  request: RenderRequest,
  version: RenderVersion,
  variant?: Variant,
): IPodTemplateSpec {
  const { port = DEFAULT_PORT, serviceAccountName } = request;
  return {
    metadata: { labels: podLabelsOf(request, version.version, variant) },
    spec: {
      ...(serviceAccountName ? { serviceAccountName } : {}),
      ...podSecurityOf(request),
      containers: [
        {
          name: 'model',
          image: version.image!,
          ports: [{ name: 'http', containerPort: port }],
          ...(version.uri
            ? { env: [{ name: 'MODEL_URI', value: version.uri }] }
            : {}),
          ...servingFieldsOf(request),
        },
      ],
    },
  };
}
