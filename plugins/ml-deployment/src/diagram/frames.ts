import type {
  RolloutStanding,
  StrategyType,
} from '@airworthy/plugin-ml-deployment-common';

/** How requests reach two versions at one moment. */
export interface TrafficFrame {
  /** Percent of requests that the old version answers; undefined where it is not running. */
  old?: number;
  /** The same of the new version. */
  next?: number;
  /** Percent of requests of which the new version gets a copy. */
  mirrored?: number;
  /** Whether it is chance which version answers, and shares are not set. */
  mixed?: boolean;
  /** Whether each user keeps one version. */
  groups?: boolean;
}

const share = (next: number): TrafficFrame => ({ old: 100 - next, next });

/** A frame for each phase of a strategy, in the order of the knowledge. */
export const STRATEGY_FRAMES: Record<StrategyType, readonly TrafficFrame[]> = {
  shadow: [10, 100, 100].map(mirrored => ({ ...share(0), mirrored })),
  canary: [5, 25, 50, 100].map(share),
  'blue-green': [0, 100, 100].map(share),
  'ab-test': [0, 50, 50].map(next => ({ ...share(next), groups: true })),
  rolling: [{ ...share(50), mixed: true }, { next: 100 }],
  recreate: [{}, { next: 100 }],
};

/* The phase that tells a strategy from the others. */
const TELLING: Record<StrategyType, number> = {
  shadow: 0,
  canary: 1,
  'blue-green': 1,
  'ab-test': 1,
  rolling: 0,
  recreate: 0,
};

/** The frame that tells a strategy from the others. */
export function tellingFrame(type: StrategyType): TrafficFrame {
  return STRATEGY_FRAMES[type][TELLING[type]];
}

/** What goes where in a rollout now; undefined where its shares are not known. */
export function liveFrame(rollout: RolloutStanding): TrafficFrame | undefined {
  const { stable, candidate, strategy } = rollout;
  if (stable?.traffic === undefined || candidate?.traffic === undefined) {
    return undefined;
  }
  if (candidate.role === 'shadow') {
    return { old: stable.traffic, next: 0, mirrored: candidate.traffic };
  }
  return {
    old: stable.traffic,
    next: candidate.traffic,
    groups: strategy === 'ab-test',
  };
}
