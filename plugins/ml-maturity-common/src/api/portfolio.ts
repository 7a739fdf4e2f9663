import { CheckGap, RollupSummary } from '../rollups/types';
import { CheckStatus } from '../evaluation/types';
import { Effort } from '../rubric/types';
import { StatusCounts } from '../scores/types';

/** Value of a filter that selects models which have no value there. @public */
export const FILTER_NONE = '(none)';

/**
 * Which models are meant. Several values of a field select models that have
 * any of them; all fields have to match.
 *
 * @public
 */
export interface PortfolioFilter {
  /** Id of the rubric; the first one without it. */
  rubric?: string;
  /** Entity references, at most 200. */
  entityRef?: string[];
  /** Owners, with all groups below them. */
  owner?: string[];
  system?: string[];
  /** Domains, with all domains below them. */
  domain?: string[];
  lifecycle?: string[];
  task?: string[];
  framework?: string[];
  track?: string[];
  tag?: string[];
  /** Levels that models are at. */
  level?: number[];
  /** Models that have one of these checks in one of the statuses. */
  check?: string[];
  /** Like `check`, for all checks of a category. */
  category?: string[];
  /** Like `check`, for all checks of a phase. */
  phase?: string[];
  /** Like `check`, for all checks of a level. */
  checkLevel?: number[];
  /** Statuses that are looked for; fail, unknown and error without it. */
  status?: CheckStatus[];
  /** Text in the name, title, owner or system. */
  text?: string;
}

/** Fields by which scorecards are sorted. @public */
export type ScorecardSort = 'level' | 'score' | 'name' | 'evaluatedAt';

/** Page of a list of scorecards. @public */
export interface ScorecardListRequest extends PortfolioFilter {
  sort?: ScorecardSort;
  order?: 'asc' | 'desc';
  /** At most 500; 50 without it. */
  limit?: number;
  cursor?: string;
  /** Fields of the items to answer; all but `checks` without it. */
  fields?: (keyof ScorecardListItem)[];
}

/** A scorecard in a list. @public */
export interface ScorecardListItem {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  owner?: string;
  system?: string;
  domain?: string;
  lifecycle?: string;
  task?: string;
  framework?: string;
  track?: string;
  tags: string[];
  level: number;
  /** 0 to 1; null where nothing counts. */
  score: number | null;
  /** Waived checks that the level rests on. */
  waived: number;
  /** Counted checks by status. */
  counts: StatusCounts;
  evaluatedAt: string;
  /** False while it still waits for its evaluation by a newer rubric. */
  current: boolean;
  /** Status by check; only where `fields` names it. */
  checks?: Record<string, CheckStatus>;
}

/** A page of scorecards. @public */
export interface ScorecardListResponse {
  rubricId: string;
  /** Items have the fields that were asked for. */
  items: ScorecardListItem[];
  totalItems: number;
  nextCursor?: string;
}

/** How models are grouped. @public */
export type RollupBy =
  | 'owner'
  | 'system'
  | 'domain'
  | 'lifecycle'
  | 'task'
  | 'track';

/** What is summed up. @public */
export type RollupMeasure = 'level' | 'score' | 'category' | 'phase' | 'check';

/** A rollup that is asked for. @public */
export interface RollupRequest extends PortfolioFilter {
  by: RollupBy;
  /** Columns of the cells: `level` for checks by level; `score` has no cells. */
  measure: RollupMeasure;
}

/** A group, system, domain or other value with all models in and below it. @public */
export interface RollupEntry extends RollupSummary {
  /** Entity reference, or the value. */
  id: string;
  title: string;
  /** Nodes right above that are in the answer too. */
  parents: string[];
  /** Filter that selects its models in lists. */
  filter: PortfolioFilter;
}

/** Models summed up. @public */
export interface RollupResponse {
  rubricId: string;
  by: RollupBy;
  measure: RollupMeasure;
  columns: { id: string; title: string }[];
  /** Titles of the levels, from level 0. */
  levels: { level: number; title: string }[];
  total: RollupSummary;
  /** Models without an owner, system and so on. */
  unassigned: RollupSummary & { filter: PortfolioFilter };
  nodes: RollupEntry[];
  /**
   * Why the hierarchy of groups, systems and domains is missing or old: the
   * catalog did not answer.
   */
  hierarchyProblem?: string;
}

/** Where the models stood at the end of a day. @public */
export interface TrendPoint {
  /** UTC, `YYYY-MM-DD`. */
  day: string;
  /** Models that had a scorecard by then. */
  models: number;
  /** Models by level, from level 0. */
  levels: number[];
  /** Mean score; null when no model has one. */
  score: number | null;
}

/** Trend of the models that are there now. @public */
export interface TrendResponse {
  rubricId: string;
  /** One for each day, oldest first. */
  points: TrendPoint[];
}

/** A check that models miss. @public */
export interface GapItem extends CheckGap {
  title: string;
  level: number;
  category: string;
  phase?: string;
  effort: Effort;
  /** Models to which the check applies. */
  models: number;
}

/** Checks that models miss, those first that lift the most. @public */
export interface GapResponse {
  rubricId: string;
  models: number;
  items: GapItem[];
}

/** What lists show of a model. @public */
export type ModelBrief = Pick<
  ScorecardListItem,
  'entityRef' | 'name' | 'title' | 'owner' | 'system'
>;

/** A model that moved within a span of days. @public */
export interface Mover extends ModelBrief {
  levelBefore: number;
  levelAfter: number;
  scoreBefore: number | null;
  scoreAfter: number | null;
}

/** Models that moved the most. @public */
export interface MoverResponse {
  rubricId: string;
  /** First day of the span. */
  since: string;
  rises: Mover[];
  falls: Mover[];
  /** How many moved, those that are not in the lists included. */
  risen: number;
  fallen: number;
}

/** An answer or a waiver that expires. @public */
export interface ExpiringItem extends ModelBrief {
  kind: 'attestation' | 'waiver';
  id: string;
  checkId: string;
  checkTitle: string;
  expiresAt: string;
  expired: boolean;
  /** Who answered, or asked for the waiver. */
  by: string;
  /** Of a waiver: whether it was approved yet. */
  decision?: 'requested' | 'approved';
}

/** Answers and waivers that expire soon or expired lately, soonest first. @public */
export interface ExpiringResponse {
  rubricId: string;
  items: ExpiringItem[];
  totalItems: number;
}
