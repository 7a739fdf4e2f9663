import { RubricProblem } from '../rubric/problems';
import { RubricPatch } from '../rubric/extendRubric';
import { CheckStatus } from '../evaluation/types';
import { StatusCounts } from '../scores/types';
import { ModelBrief, PortfolioFilter } from './portfolio';

/** An edited rubric to try: the whole text, or changes to one in force. @public */
export interface WhatIfRequest {
  /** Id of the rubric it is compared with; the first one without it. */
  rubric?: string;
  /** The edited rubric as YAML. */
  document?: string;
  /** Or what differs, as YAML or as an object, as in `mlMaturity.rubrics.<id>.extend`. */
  patch?: string | RubricPatch;
  /** Models to try it on; all without it. */
  filter?: Omit<PortfolioFilter, 'rubric'>;
}

/** Something before and after. @public */
export interface WhatIfChange<T> {
  before: T;
  after: T;
}

/** A check that has a part in another level or score of a model. @public */
export interface WhatIfCause {
  checkId: string;
  /** Its outcome, where that differs; null where one of the two does not have the check. */
  status?: WhatIfChange<CheckStatus | null>;
  /** Whether it counts, where that differs. */
  counted?: WhatIfChange<boolean>;
  /** Its weight in the score, where that differs and it counts for the model. */
  weight?: WhatIfChange<number>;
  /** Its level, where that differs and it counts for the model. */
  level?: WhatIfChange<number>;
}

/** A model whose level or score would be another one. @public */
export interface WhatIfMove extends ModelBrief {
  /** Null where the rubric in force does not apply. */
  levelBefore: number | null;
  /** Null where the edited rubric does not apply. */
  levelAfter: number | null;
  scoreBefore: number | null;
  scoreAfter: number | null;
  /** Checks whose outcome, counting, weight or level differs. */
  causes: WhatIfCause[];
}

/** What an edited rubric does to one check. @public */
export interface WhatIfCheck {
  checkId: string;
  title: string;
  change: 'added' | 'removed' | 'changed' | 'same';
  before: StatusCounts | null;
  after: StatusCounts | null;
}

/** What would happen. @public */
export type WhatIfResponse =
  | {
      valid: false;
      /** With line and column where the rubric was a text. */
      problems: RubricProblem[];
    }
  | {
      valid: true;
      problems: [];
      rubricId: string;
      versionBefore: string;
      versionAfter: string;
      models: number;
      rises: number;
      falls: number;
      /** Same level and score. */
      unchanged: number;
      /** Same level, another score. */
      rescored: number;
      /** Models that only one of the two applies to. */
      joins: number;
      leaves: number;
      /** Models by level, from level 0. */
      levelsBefore: number[];
      levelsAfter: number[];
      scoreBefore: number | null;
      scoreAfter: number | null;
      /** Falls first, then rises, the largest first; at most 500. */
      moves: WhatIfMove[];
      checks: WhatIfCheck[];
    };
