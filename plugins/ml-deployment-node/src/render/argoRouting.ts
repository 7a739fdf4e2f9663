import { GATEWAY_PLUGIN, RolloutStrategy } from '../build/rollout';
import { backendOf, httpRouteOf, virtualServiceOf } from '../build/routes';
import { SERVICE_PORT } from '../build/workloads';
import { KubernetesObject } from '../manifests/types';
import { ObjectNames } from '../request/names';
import { RenderRequest } from '../request/requestSchema';

type TrafficRouting = NonNullable<
  NonNullable<RolloutStrategy['canary']>['trafficRouting']
>;

/** The route that a step of a Rollout adds and takes away. */
export const MANAGED_ROUTES: Partial<
  Record<RenderRequest['strategy'], string>
> = { shadow: 'mirror', 'ab-test': 'candidate-group' };

const weighted = (names: ObjectNames) => [
  { name: names.stable, weight: 100 },
  { name: names.candidate, weight: 0 },
];

/** How a Rollout moves traffic. */
export function trafficRoutingOf(
  request: RenderRequest,
  names: ObjectNames,
): TrafficRouting {
  const managed = MANAGED_ROUTES[request.strategy];
  const managedRoutes = managed ? { managedRoutes: [{ name: managed }] } : {};
  if (request.target === 'argo-rollouts-istio') {
    return {
      ...managedRoutes,
      istio: { virtualService: { name: names.base, routes: ['primary'] } },
    };
  }
  return {
    ...managedRoutes,
    plugins: {
      [GATEWAY_PLUGIN]: {
        namespace: request.namespace,
        ...(request.strategy === 'ab-test'
          ? { httpRoutes: [{ name: names.base, useHeaderRoutes: true }] }
          : { httpRoute: names.base }),
      },
    },
  };
}

/** The object whose weights a Rollout changes, or that leads to the active Service. */
export function routeOf(
  request: RenderRequest,
  names: ObjectNames,
): KubernetesObject[] {
  const isSwitch = request.strategy === 'blue-green';
  const services = isSwitch ? [{ name: names.active }] : weighted(names);
  if (request.target === 'argo-rollouts-gateway') {
    if (!request.route?.gateway) return [];
    return [
      httpRouteOf(request, names.base, [
        {
          backendRefs: services.map(service =>
            backendOf(
              service.name,
              SERVICE_PORT,
              'weight' in service ? service.weight : undefined,
            ),
          ),
        },
      ]),
    ];
  }
  return [
    virtualServiceOf(
      request,
      names.base,
      [
        {
          name: 'primary',
          route: services.map(service => ({
            destination: {
              host: service.name,
              port: { number: SERVICE_PORT },
            },
            ...('weight' in service ? { weight: service.weight } : {}),
          })),
        },
      ],
      {
        hosts: [isSwitch ? names.active : names.stable],
        gateways: ['mesh'],
      },
    ),
  ];
}
