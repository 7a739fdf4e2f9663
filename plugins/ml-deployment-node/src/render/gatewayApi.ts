import { selectorOf, Variant } from '../build/metadata';
import { backendOf, httpRouteOf } from '../build/routes';
import { variantRulesOf } from '../build/variantRules';
import {
  SERVICE_PORT,
  autoscalerOf,
  deploymentOf,
  disruptionBudgetOf,
  serviceOf,
} from '../build/workloads';
import { ManifestFile, RenderedManifests } from '../manifests/types';
import { ObjectNames } from '../request/names';
import { RenderRequest } from '../request/requestSchema';
import { fileOf } from './files';

function variant(
  request: RenderRequest,
  names: ObjectNames,
  which: Variant,
): ManifestFile[] {
  const name = names[which];
  return fileOf(names.base, which, [
    deploymentOf(request, name, request.versions[which]!, { variant: which }),
    serviceOf(request, name, which),
    ...autoscalerOf(
      request,
      { apiVersion: 'apps/v1', kind: 'Deployment', name },
      which,
    ),
    ...disruptionBudgetOf(request, name, selectorOf(request, which), which),
  ]);
}

function replacing(
  request: RenderRequest,
  names: ObjectNames,
): RenderedManifests {
  const name = names.base;
  return {
    files: [
      ...fileOf(name, 'deployment', [
        deploymentOf(request, name, request.versions.candidate, {
          strategy:
            request.strategy === 'recreate' ? 'Recreate' : 'RollingUpdate',
        }),
        serviceOf(request, name),
        ...autoscalerOf(request, {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name,
        }),
        ...disruptionBudgetOf(request, name, selectorOf(request)),
      ]),
      ...fileOf(
        name,
        'httproute',
        request.route?.gateway
          ? [
              httpRouteOf(request, name, [
                { backendRefs: [backendOf(name, SERVICE_PORT)] },
              ]),
            ]
          : [],
      ),
    ],
    notices:
      request.strategy === 'recreate'
        ? [
            'Requests fail from the end of the old version until the new one is ready.',
          ]
        : [],
  };
}

const NOTICES: Partial<Record<RenderRequest['strategy'], string>> = {
  shadow:
    'RequestMirror is extended support: check that the gateway lists HTTPRouteRequestMirror among its features.',
  canary:
    'Nothing measures between the steps: review the rollout before you raise the share.',
  'blue-green':
    'The candidate answers at its own Service until the weights are switched.',
};

/** Manifests for Deployments with the Gateway API. */
export function renderGatewayApi(
  request: RenderRequest,
  names: ObjectNames,
): RenderedManifests {
  if (['rolling', 'recreate'].includes(request.strategy)) {
    return replacing(request, names);
  }
  const notice = NOTICES[request.strategy];
  return {
    files: [
      ...variant(request, names, 'stable'),
      ...variant(request, names, 'candidate'),
      ...fileOf(names.base, 'httproute', [
        httpRouteOf(
          request,
          names.base,
          variantRulesOf(request, {
            stable: names.stable,
            candidate: names.candidate,
            port: SERVICE_PORT,
          }),
        ),
      ]),
    ],
    notices: notice ? [notice] : [],
  };
}
