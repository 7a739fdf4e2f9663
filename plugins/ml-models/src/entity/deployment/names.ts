import type { MlDeploymentStrategy } from '@airworthy/plugin-ml-models-common';

/** Names for people of the strategies. */
export const STRATEGY_TITLES: Record<MlDeploymentStrategy['type'], string> = {
  shadow: 'Shadow',
  'blue-green': 'Blue-green',
  canary: 'Canary',
  'ab-test': 'A/B test',
  rolling: 'Rolling',
  recreate: 'Recreate',
};

/** Names for people of where a rollout stands. */
export const STATE_TITLES: Record<
  NonNullable<MlDeploymentStrategy['state']>,
  string
> = {
  planned: 'Planned',
  progressing: 'Progressing',
  paused: 'Paused',
  completed: 'Completed',
  'rolled-back': 'Rolled back',
};

/** A strategy and its state in a few words. */
export function describeStrategy(strategy: MlDeploymentStrategy): string {
  const title = STRATEGY_TITLES[strategy.type];
  return strategy.state
    ? `${title}, ${STATE_TITLES[strategy.state].toLocaleLowerCase('en-GB')}`
    : title;
}
