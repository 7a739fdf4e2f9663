import { FactType } from '../facts/types';

/** Type of what a rule may read. @public */
export type RuleInputType = FactType | 'map<string>';

/** A value that a rule may read. @public */
export interface RuleInput {
  /** Full path, such as `versions.newest.metrics`. */
  path: string;
  type: RuleInputType;
}

/** What is wrong with a rule, and where in its text. @public */
export interface RuleProblem {
  message: string;
  /** Offset of the first character that it is about. */
  start: number;
  end: number;
}

/** Outcome of a rule. @public */
export type RuleOutcome = 'true' | 'false' | 'unknown' | 'error';
