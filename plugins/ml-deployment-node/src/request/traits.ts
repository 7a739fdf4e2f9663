import { supportFor } from '@airworthy/plugin-ml-deployment-common';
import { RenderRequest } from './requestSchema';

type Pair = Pick<RenderRequest, 'strategy' | 'target'>;

const REPLACING = ['rolling', 'recreate'];

export const usesKServe = ({ target }: Pair) => target.startsWith('kserve-');

/** Whether traffic is routed below two objects of an engine that cannot itself. */
export const usesRouteBeneath = ({ strategy, target }: Pair) =>
  supportFor(strategy, target).support === 'beneath';

/** Whether an HTTPRoute must be attached to a Gateway. */
export function usesGateway(pair: Pair): boolean {
  const { strategy, target } = pair;
  if (REPLACING.includes(strategy)) return false;
  if (target === 'kserve-standard') return usesRouteBeneath(pair);
  if (target === 'argo-rollouts-gateway') return strategy !== 'blue-green';
  return target === 'gateway-api';
}
