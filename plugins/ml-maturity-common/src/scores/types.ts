import { MlTestScoreItem } from '../rubric/types';
import { CheckStatus } from '../evaluation/types';

/** How many counted checks have which status. @public */
export type StatusCounts = Record<CheckStatus, number>;

/** Weighted share of passes. @public */
export interface Score {
  /** 0 to 1; null when nothing counts. */
  value: number | null;
  /** Weight of what passes. */
  passed: number;
  /** Weight of what passes, fails, is unknown or in error; waived ones are in neither. */
  total: number;
  counts: StatusCounts;
}

/** A check that stands between a model and a level. @public */
export interface LevelGap {
  checkId: string;
  title: string;
  level: number;
  status: CheckStatus;
}

/** Where a model stands with regard to one level. @public */
export interface LevelProgress {
  level: number;
  title: string;
  /** Every counted check that applies, of levels 1 up to this one, passes or is waived. */
  reached: boolean;
  /** Checks of this level that neither pass nor are waived. */
  missing: LevelGap[];
  /** Checks of lower levels that stand in the way. */
  missingBelow: number;
  /** Counted checks of this level that apply. */
  total: number;
  waived: number;
  /** One sentence. */
  explanation: string;
}

/** Score of a category or of a phase. @public */
export interface GroupScore extends Score {
  id: string;
  title: string;
}

/** A phase of the journey with its steps on the model's track. @public */
export interface PhaseProgress extends GroupScore {
  /** Every step passes or is waived. */
  done: boolean;
  /** Ids of the steps that apply, in the order of the journey. */
  steps: string[];
}

/** One item of the ML Test Score. @public */
export interface MlTestScoreItemResult {
  item: MlTestScoreItem;
  /** 1 automated, 0.5 by hand, else 0. */
  points: 0 | 0.5 | 1;
  /** Checks of the rubric that stand for it. */
  checkIds: string[];
  explanation: string;
}

/** One section of the ML Test Score. @public */
export interface MlTestScoreSection {
  id: 'D' | 'M' | 'I' | 'O';
  title: string;
  points: number;
  items: MlTestScoreItemResult[];
}

/** The ML Test Score. @public */
export interface MlTestScore {
  /** The least of the sections. */
  total: number;
  band: { label: string; description: string };
  sections: MlTestScoreSection[];
  explanation: string;
}

/** Everything that is derived from a model's results. @public */
export interface Scorecard {
  level: number;
  /** Waived checks that the level rests on. */
  waived: number;
  score: Score;
  levels: LevelProgress[];
  categories: GroupScore[];
  phases: PhaseProgress[];
  mlTestScore: MlTestScore;
}
