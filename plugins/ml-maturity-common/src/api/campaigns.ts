import { FilterPredicate } from '@backstage/filter-predicates';
import { CheckStatus } from '../evaluation/types';
import { RubricPatch } from '../rubric/extendRubric';
import { RubricProblem } from '../rubric/problems';
import { ModelBrief } from './portfolio';

/** What a campaign wants: that checks pass, or that a level is reached. @public */
export type CampaignGoal = { checks: string[] } | { level: number };

/** Where a campaign stands in time. @public */
export type CampaignState = 'planned' | 'active' | 'overdue' | 'closed';

/** A campaign that is created. @public */
export interface CampaignInput {
  title: string;
  description?: string;
  /** Id of the rubric; the first one without it. */
  rubric?: string;
  goal: CampaignGoal;
  /** Predicate over the catalog's entities; all models of the rubric without it. */
  scope?: FilterPredicate;
  /** Entity reference of who runs it. */
  owner: string;
  /** ISO 8601. */
  startsAt: string;
  dueAt: string;
  /** Days between reminders to owners of models that are left; none without it. */
  remindEveryDays?: number;
}

/** Changes of a campaign; null takes a value away. @public */
export type CampaignPatch = Partial<
  Pick<CampaignInput, 'title' | 'scope' | 'owner' | 'startsAt' | 'dueAt'>
> & { description?: string | null; remindEveryDays?: number | null };

/** How far models are. @public */
export interface CampaignProgress {
  /** Models in the scope. */
  total: number;
  /** Models that have reached the goal. */
  done: number;
  /** Checks that the goal asks of all models, and those that pass or are waived. */
  checksTotal: number;
  checksDone: number;
  /** Of those, waived ones. */
  checksWaived: number;
}

/** A campaign in a list. @public */
export interface Campaign {
  id: string;
  title: string;
  description?: string;
  rubricId: string;
  goal: CampaignGoal;
  scope: FilterPredicate;
  owner: string;
  startsAt: string;
  dueAt: string;
  remindEveryDays?: number;
  state: CampaignState;
  createdBy: string;
  createdAt: string;
  closedAt?: string;
  closedBy?: string;
  /** Missing while the catalog does not tell which models are in the scope. */
  progress?: CampaignProgress;
  /** Why the progress is missing. */
  problem?: string;
  /** The promotion of its checks that was proposed last. */
  promotion?: CampaignPromotion;
}

/** A check that a model still misses. @public */
export interface MissingCheck {
  checkId: string;
  title: string;
  status: CheckStatus;
}

/** A model of a campaign. @public */
export interface CampaignModel extends ModelBrief {
  done: boolean;
  missing: MissingCheck[];
}

/** A team's part in a campaign. @public */
export interface CampaignTeam extends CampaignProgress {
  /** Owner of the models; undefined for models without one. */
  owner?: string;
  title: string;
}

/** Where a campaign stood at the end of a day. @public */
export interface BurnUpPoint {
  /** UTC, `YYYY-MM-DD`. */
  day: string;
  done: number;
  total: number;
  checksDone: number;
  checksTotal: number;
}

/** A campaign with all there is to know; of a closed one, as it was closed. @public */
export interface CampaignDetail extends Campaign {
  /** Those with the most models left first. */
  teams: CampaignTeam[];
  /** Models that have not reached the goal, at most 500. */
  left: CampaignModel[];
  /** One for each day since the start, oldest first. */
  burnUp: BurnUpPoint[];
}

/** How checks of a campaign shall be promoted. @public */
export interface PromotionInput {
  /** Day from which they count; at once without it. */
  effectiveFrom?: string;
  /** Level that they move to; the one they have without it. */
  level?: number;
}

/** A change of the rubric that makes a campaign's checks count for everybody. @public */
export interface CampaignPromotion {
  checks: string[];
  /** As for `mlMaturity.rubrics.<id>.extend`. */
  patch: RubricPatch;
  /** The same as text for app-config. */
  yaml: string;
  proposedBy: string;
  proposedAt: string;
}

/** Outcome of a proposal. @public */
export type PromotionResponse =
  | { valid: true; promotion: CampaignPromotion }
  | { valid: false; problems: RubricProblem[] };

/** Campaigns, those that end first at the top, closed ones last. @public */
export interface CampaignListResponse {
  items: Campaign[];
}

/** How many owners were reminded. @public */
export interface ReminderResponse {
  sent: number;
  /** Owners who were reminded today already. */
  skipped: number;
}
