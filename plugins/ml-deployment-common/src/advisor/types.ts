import { Source, StrategyType } from '../strategies/types';
import { AdviceAnswers, AdviceQuestion } from './answers';

/** What a rule says of a strategy. */
export interface AdviceRule {
  id: string;
  strategy: StrategyType;
  /** Questions that it looks at; it says nothing while one of them is not answered. */
  asks: readonly AdviceQuestion[];
  when(answers: Required<AdviceAnswers>): boolean;
  /** Points for (above 0) or against; `blocks` rules the strategy out. */
  effect: number | 'blocks';
  reason: string;
  source?: Source;
}

/** A reason for or against a strategy. @public */
export interface AdviceReason {
  id: string;
  /** Points; negative against, absent where it rules the strategy out. */
  points?: number;
  text: string;
  /** The answers that it follows from. */
  asks: readonly AdviceQuestion[];
  source?: Source;
}

/** A strategy with its place and why. @public */
export interface RankedStrategy {
  strategy: StrategyType;
  /** 1 is the first choice. */
  rank: number;
  /** Sum of the points; only its order means something. */
  points: number;
  /** False where something rules it out. */
  possible: boolean;
  /** Weightiest first. */
  for: AdviceReason[];
  /** What rules it out, then the weightiest. */
  against: AdviceReason[];
}

/** Another answer that would change the first choice. @public */
export interface AdviceChange {
  question: AdviceQuestion;
  /** The answer, as in {@link AdviceAnswers}. */
  answer: AdviceAnswers[AdviceQuestion];
  first: StrategyType;
}

/** What is advised. @public */
export interface Advice {
  answers: AdviceAnswers;
  /** Every strategy, best first. */
  ranking: RankedStrategy[];
  /** What brings the version to all users once a shadow or a test has ended. */
  followedBy?: StrategyType;
  /** Single answers that would put another strategy first. */
  changes: AdviceChange[];
  /** Questions without an answer that could change the first choice. */
  open: AdviceQuestion[];
  /** How far the first choice is ahead of the second. */
  margin: 'clear' | 'close';
}
