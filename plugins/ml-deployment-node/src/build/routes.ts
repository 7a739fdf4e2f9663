import type { IHTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import { KubernetesObject } from '../manifests/types';
import { RenderRequest } from '../request/requestSchema';
import { metadataOf } from './metadata';

type RouteRules = NonNullable<IHTTPRoute['spec']['rules']>;
type HttpRoutes = NonNullable<NonNullable<IVirtualService['spec']>['http']>;

/** An HTTPRoute that is attached to the Gateway of the request. */
export function httpRouteOf(
  request: RenderRequest,
  name: string,
  rules: RouteRules,
): KubernetesObject {
  const { route } = request;
  const object = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: metadataOf(request, name),
    spec: {
      parentRefs: [{ ...route!.gateway! }],
      ...(route?.hostnames?.length ? { hostnames: route.hostnames } : {}),
      rules,
    },
  } satisfies IHTTPRoute;
  return object;
}

/** A VirtualService for the hosts of the request, or for its own Service. */
export function virtualServiceOf(
  request: RenderRequest,
  name: string,
  http: HttpRoutes,
  defaults: { hosts: string[]; gateways: string[] },
): KubernetesObject {
  const { hostnames, istioGateways } = request.route ?? {};
  const service = {
    apiVersion: 'networking.istio.io/v1' as const,
    kind: 'VirtualService' as const,
    metadata: metadataOf(request, name),
    spec: {
      hosts: hostnames?.length ? hostnames : defaults.hosts,
      gateways: istioGateways ?? defaults.gateways,
      http,
    },
  } satisfies IVirtualService & KubernetesObject;
  return service;
}

/** A backend of an HTTPRoute. */
export const backendOf = (name: string, port: number, weight?: number) => ({
  name,
  port,
  ...(weight === undefined ? {} : { weight }),
});
