import { headerMatchOf } from '../build/assignment';
import { inferenceServiceOf, predictorOf } from '../build/inferenceService';
import { virtualServiceOf } from '../build/routes';
import { mirrorPercentOf, shareOf } from '../build/shares';
import {
  SERVICE_PORT,
  disruptionBudgetOf,
  stableAnnotationsOf,
} from '../build/workloads';
import { RenderedManifests } from '../manifests/types';
import { ObjectNames } from '../request/names';
import { RenderRequest } from '../request/requestSchema';
import { fileOf } from './files';
import { kserveSelectorOf, twoInferenceServices } from './kserveBeneath';

const LOCAL_GATEWAY = 'knative-local-gateway.istio-system.svc.cluster.local';

const FIRST_ROLLOUT =
  'canaryTrafficPercent takes effect only where a revision of this InferenceService has been rolled out before; a first version gets all traffic at once.';

function routeBeneath(request: RenderRequest, names: ObjectNames) {
  const host = (name: string) =>
    `${name}-predictor.${request.namespace}.svc.cluster.local`;
  // Knative tells its services apart by the host of the request.
  const through = (name: string) => ({
    route: [
      {
        destination: { host: LOCAL_GATEWAY, port: { number: SERVICE_PORT } },
        headers: { request: { set: { Host: host(name) } } },
      },
    ],
  });
  const rest = { name: 'primary', ...through(names.base) };
  const { strategy } = request;
  if (strategy === 'shadow') {
    return [
      {
        ...rest,
        mirror: {
          host: host(names.candidate),
          port: { number: SERVICE_PORT },
        },
        mirrorPercentage: { value: mirrorPercentOf(request) },
      },
    ];
  }
  const { name, kind, value } = headerMatchOf(request);
  const matched = kind === 'exact' ? { exact: value } : { regex: value };
  return [
    {
      name: 'candidate',
      match: [{ headers: { [name.toLocaleLowerCase('en-US')]: matched } }],
      ...through(names.candidate),
    },
    rest,
  ];
}

/** Manifests for KServe in Knative mode. */
export function renderKServeKnative(
  request: RenderRequest,
  names: ObjectNames,
): RenderedManifests {
  const { strategy } = request;
  if (strategy === 'shadow' || strategy === 'ab-test') {
    return {
      files: [
        ...twoInferenceServices(request, names, {
          stable: 'Knative',
          // Copies carry another host, by which Knative would not find it.
          candidate: strategy === 'shadow' ? 'Standard' : 'Knative',
        }),
        ...fileOf(names.base, 'route', [
          virtualServiceOf(request, names.base, routeBeneath(request, names), {
            hosts: [],
            gateways: ['knative-serving/knative-ingress-gateway', 'mesh'],
          }),
        ]),
      ],
      notices: [
        'Callers must use the host of the VirtualService: requests to KServe’s own address pass it by.',
      ],
    };
  }
  const share = shareOf(request);
  const isBlueGreen = strategy === 'blue-green';
  return {
    files: fileOf(names.base, 'inferenceservice', [
      inferenceServiceOf(
        request,
        names.base,
        'Knative',
        {
          predictor: {
            // All of the traffic is what Knative gives without the field.
            ...(share < 100 ? { canaryTrafficPercent: share } : {}),
            ...predictorOf(request, request.versions.candidate, 'Knative'),
          },
        },
        {
          annotations: {
            ...stableAnnotationsOf(request),
            ...(isBlueGreen
              ? { 'serving.kserve.io/enable-tag-routing': 'true' }
              : {}),
          },
        },
      ),
      ...disruptionBudgetOf(request, names.base, kserveSelectorOf(names.base)),
    ]),
    notices: [
      FIRST_ROLLOUT,
      isBlueGreen
        ? 'The candidate answers at the address with the tag `latest` until the field is taken away, which switches all traffic.'
        : 'Nothing measures between the steps: review the rollout before you raise the share.',
    ],
  };
}
