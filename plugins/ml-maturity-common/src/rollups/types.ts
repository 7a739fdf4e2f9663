import { CheckResult } from '../evaluation/types';
import { StatusCounts } from '../scores/types';

/** A model as it enters rollups. @public */
export interface RollupModel {
  /** Entity reference, unique. */
  ref: string;
  /** Nodes of the hierarchy that it belongs to directly, such as its owner. */
  groups: readonly string[];
  /** Its results; undefined when it was not evaluated. */
  results?: readonly CheckResult[];
}

/** What a heatmap's columns are. @public */
export type RollupColumns = 'category' | 'level' | 'phase' | 'check';

/** What models have reached in one column. @public */
export interface RollupCell {
  /** Id of the category or phase, the level, or the id of the check. */
  column: string;
  /** Weighted share of passes, 0 to 1; null when nothing counts. */
  score: number | null;
  passed: number;
  total: number;
  /** Counted results by status. */
  counts: StatusCounts;
}

/** A set of models summed up, each counted once. @public */
export interface RollupSummary {
  models: number;
  /** Models with results. */
  evaluated: number;
  /** Models without results. */
  notEvaluated: number;
  /** Models by level, from level 0; only those with results. */
  levels: number[];
  /** Models whose level rests on waived checks. */
  withWaivers: number;
  /** Mean of the models' scores; null when none has one. */
  score: number | null;
  /** Counted results by status. */
  counts: StatusCounts;
  cells: RollupCell[];
}

/** The summary of one node of the hierarchy and all below it. @public */
export interface RollupNode extends RollupSummary {
  id: string;
}

/** Rollups of a hierarchy. @public */
export interface RollupResult {
  /** All models, in a node or not. */
  total: RollupSummary;
  /** Models in none of the nodes. */
  unassigned: RollupSummary;
  nodes: RollupNode[];
}

/** How often a check is missing, and what it would bring. @public */
export interface CheckGap {
  checkId: string;
  fail: number;
  unknown: number;
  error: number;
  /** Models whose next level waits for it, alone or among others. */
  blocks: number;
  /** Models that it alone lifts to a higher level. */
  lifts: number;
}
