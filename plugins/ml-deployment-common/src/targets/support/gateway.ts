import { TARGET_SOURCES } from '../sources';
import { StrategySupport } from '../types';

/** Plain Deployments with the Gateway API. */
export const gatewaySupport: StrategySupport[] = [
  {
    strategy: 'shadow',
    target: 'gateway-api',
    support: 'native',
    how: 'A RequestMirror filter copies requests to the Service of the candidate.',
    needs: [{ product: 'Gateway API', since: '1.3 for a share below 100 %' }],
    caveats: [
      'RequestMirror is extended support: a gateway may ignore it. Look for HTTPRouteRequestMirror among its features.',
    ],
    sources: [TARGET_SOURCES.gatewayMirror, TARGET_SOURCES.gatewayRoute],
  },
  {
    strategy: 'blue-green',
    target: 'gateway-api',
    support: 'native',
    how: 'Two Deployments, and an HTTPRoute whose weights are switched at once.',
    needs: [],
    caveats: ['Nothing measures before the switch: somebody decides.'],
    sources: [TARGET_SOURCES.gatewaySplitting],
  },
  {
    strategy: 'canary',
    target: 'gateway-api',
    support: 'native',
    how: 'Weights of the two backends; each step is a change of the HTTPRoute.',
    needs: [],
    caveats: [
      'Nothing measures between the steps: somebody, or a pipeline, decides.',
    ],
    sources: [TARGET_SOURCES.gatewaySplitting],
  },
  {
    strategy: 'ab-test',
    target: 'gateway-api',
    support: 'native',
    how: 'A rule with a header match sends its group to the candidate.',
    needs: [],
    caveats: [
      'The caller, or a proxy before it, must set the header or cookie: nothing here hands out groups.',
      'A cookie is matched by a regular expression, which a gateway need not support.',
    ],
    sources: [TARGET_SOURCES.gatewayRoute],
  },
  {
    strategy: 'rolling',
    target: 'gateway-api',
    support: 'native',
    how: '`strategy: RollingUpdate` of one Deployment.',
    needs: [],
    caveats: ['Readiness is the only thing that is looked at.'],
    sources: [TARGET_SOURCES.kubernetesDeployment],
  },
  {
    strategy: 'recreate',
    target: 'gateway-api',
    support: 'native',
    how: '`strategy: Recreate` of one Deployment.',
    needs: [],
    caveats: ['Requests fail until the new version is ready.'],
    sources: [TARGET_SOURCES.kubernetesDeployment],
  },
];
