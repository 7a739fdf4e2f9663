import { RenderedManifests } from '../manifests/types';
import { ObjectNames, namesOf } from '../request/names';
import { parseRequest } from '../request/parseRequest';
import { RenderRequest } from '../request/requestSchema';
import { renderArgoRollouts } from './argoRollouts';
import { renderGatewayApi } from './gatewayApi';
import { renderKServeKnative } from './kserveKnative';
import { renderKServeStandard } from './kserveStandard';

const RENDERERS: Record<
  RenderRequest['target'],
  (request: RenderRequest, names: ObjectNames) => RenderedManifests
> = {
  'kserve-knative': renderKServeKnative,
  'kserve-standard': renderKServeStandard,
  'argo-rollouts-istio': renderArgoRollouts,
  'argo-rollouts-gateway': renderArgoRollouts,
  'gateway-api': renderGatewayApi,
};

/**
 * Makes the manifests of a strategy for a target: the same request gives the
 * same files, in the order in which they are applied.
 *
 * @throws InputError that names each field, what was expected, and what was there.
 * @public
 */
export function renderManifests(input: RenderRequest): RenderedManifests {
  const request = parseRequest(input);
  return RENDERERS[request.target](request, namesOf(request));
}
