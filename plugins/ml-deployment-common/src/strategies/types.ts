import { STRATEGY_TYPES } from '@airworthy/plugin-ml-models-common';

/** How a new version is brought to its users. @public */
export type StrategyType = (typeof STRATEGY_TYPES)[number];

/** Where a statement comes from. @public */
export interface Source {
  title: string;
  url: string;
}

/** Something that a strategy cannot do without, or does better with. @public */
export interface StrategyNeed {
  what: string;
  /** Whether it cannot be done at all without it. */
  required: boolean;
}

/** A step of a strategy, as every rollout of the kind goes. @public */
export interface StrategyPhase {
  name: string;
  /** What the candidate gets, in words. */
  candidate: string;
  what: string;
  /** Figures to look at before the next phase; names of the monitoring plugin. */
  watch: readonly string[];
}

/** A strategy, for people who choose one. @public */
export interface Strategy {
  type: StrategyType;
  title: string;
  summary: string;
  /** Who sees the answers of the new version. */
  usersSee: string;
  fits: readonly string[];
  fitsNot: readonly string[];
  needs: readonly StrategyNeed[];
  phases: readonly StrategyPhase[];
  rollback: {
    how: string;
    /** Typical time until users get the old version again, ISO 8601. */
    time: string;
  };
  /** What it costs beyond the new version itself. */
  cost: string;
  /** What is known at its end that was not known before. */
  evidence: string;
  sources: readonly Source[];
}
