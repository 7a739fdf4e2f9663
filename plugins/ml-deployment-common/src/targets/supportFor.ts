import { NotFoundError } from '@backstage/errors';
import { PlatformAbility } from '../advisor/answers';
import { StrategyType } from '../strategies/types';
import { argoGatewaySupport, argoIstioSupport } from './support/argo';
import { gatewaySupport } from './support/gateway';
import { kserveKnativeSupport, kserveStandardSupport } from './support/kserve';
import { TARGETS } from './targets';
import { DeploymentTarget, StrategySupport, TargetId } from './types';

/** Which target can carry which strategy out, for every pair. @public */
export const STRATEGY_SUPPORT: readonly StrategySupport[] = [
  ...kserveKnativeSupport,
  ...kserveStandardSupport,
  ...argoIstioSupport,
  ...argoGatewaySupport,
  ...gatewaySupport,
];

/**
 * The target of an id.
 *
 * @throws NotFoundError for a target that there is not.
 * @public
 */
export function targetOf(id: string): DeploymentTarget {
  const found = TARGETS.find(target => target.id === id);
  if (found) return found;
  throw new NotFoundError(
    `target: expected one of ${TARGETS.map(t => t.id).join(', ')}, was ${id}`,
  );
}

/**
 * Whether a target can carry a strategy out, and how, or why not.
 *
 * @public
 */
export function supportFor(
  strategy: StrategyType,
  target: TargetId,
): StrategySupport {
  const found = STRATEGY_SUPPORT.find(
    pair => pair.strategy === strategy && pair.target === target,
  );
  if (found) return found;
  throw new NotFoundError(`${strategy} on ${target}: no such pair`);
}

/** Every pair of a strategy: what carries it out by itself first, what cannot last. @public */
export function targetsFor(strategy: StrategyType): StrategySupport[] {
  const order = ['native', 'beneath', 'none'];
  return STRATEGY_SUPPORT.filter(pair => pair.strategy === strategy).sort(
    (a, b) => order.indexOf(a.support) - order.indexOf(b.support),
  );
}

/** What a target gives to rollouts, as an answer for the advice. @public */
export function abilitiesOf(target: TargetId): PlatformAbility[] {
  return targetOf(target).abilities.map(({ ability }) => ability);
}
