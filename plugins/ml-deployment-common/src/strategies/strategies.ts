import { NotFoundError } from '@backstage/errors';
import { abTest } from './abTest';
import { blueGreen } from './blueGreen';
import { canary } from './canary';
import { recreate } from './recreate';
import { rolling } from './rolling';
import { shadow } from './shadow';
import { Strategy } from './types';

/** Every strategy, from the most careful to the least. @public */
export const STRATEGIES: readonly Strategy[] = [
  shadow,
  canary,
  blueGreen,
  abTest,
  rolling,
  recreate,
];

/**
 * The strategy of a type.
 *
 * @throws NotFoundError for a type that there is not.
 * @public
 */
export function strategyOf(type: string): Strategy {
  const found = STRATEGIES.find(strategy => strategy.type === type);
  if (found) return found;
  throw new NotFoundError(
    `strategy: expected one of ${STRATEGIES.map(s => s.type).join(
      ', ',
    )}, was ${type}`,
  );
}
