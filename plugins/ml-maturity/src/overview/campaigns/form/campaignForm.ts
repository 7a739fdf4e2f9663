import {
  Campaign,
  CampaignInput,
  CampaignPatch,
} from '@airworthy/plugin-ml-maturity-common';
import { Scope, predicateOf, scopeOf } from './scope';

/** A campaign as it is typed. */
export interface CampaignForm {
  title: string;
  description: string;
  rubric?: string;
  goal: 'checks' | 'level';
  checks: string[];
  level?: number;
  /** Undefined for a scope that the form cannot show. */
  scope?: Scope;
  owner?: string;
  /** `YYYY-MM-DD`. */
  starts?: string;
  due?: string;
  remind: string;
}

/** Fields that can have a problem; `form` is about all of them. */
export type CampaignField =
  | 'title'
  | 'description'
  | 'goal'
  | 'scope'
  | 'owner'
  | 'startsAt'
  | 'dueAt'
  | 'remindEveryDays'
  | 'form';

/** What is wrong with a campaign, as a key of the form's texts. */
export type CampaignProblems = Partial<
  Record<
    CampaignField,
    'missing' | 'tooLong' | 'noChecks' | 'dueFirst' | 'remindRange'
  >
>;

const MAX_TITLE = 200;
const DAY = 86_400_000;

const dayOf = (moment: string) => moment.slice(0, 10);

/** A new campaign: from today, for 90 days. */
export function emptyForm(today: Date): CampaignForm {
  return {
    title: '',
    description: '',
    goal: 'checks',
    checks: [],
    scope: {},
    starts: dayOf(today.toISOString()),
    due: dayOf(new Date(today.getTime() + 90 * DAY).toISOString()),
    remind: '',
  };
}

/** A campaign as it can be changed. */
export function formOf(campaign: Campaign): CampaignForm {
  const { goal } = campaign;
  return {
    title: campaign.title,
    description: campaign.description ?? '',
    rubric: campaign.rubricId,
    goal: 'checks' in goal ? 'checks' : 'level',
    checks: 'checks' in goal ? goal.checks : [],
    level: 'level' in goal ? goal.level : undefined,
    scope: scopeOf(campaign.scope),
    owner: campaign.owner,
    starts: dayOf(campaign.startsAt),
    due: dayOf(campaign.dueAt),
    remind: campaign.remindEveryDays ? String(campaign.remindEveryDays) : '',
  };
}

/** What is wrong with a campaign before it is sent. */
export function problemsOf(form: CampaignForm): CampaignProblems {
  const problems: CampaignProblems = {};
  const title = form.title.trim();
  if (!title) problems.title = 'missing';
  else if (title.length > MAX_TITLE) problems.title = 'tooLong';
  if (form.description.length > 10_000) problems.description = 'tooLong';
  if (form.goal === 'checks' && form.checks.length === 0) {
    problems.goal = 'noChecks';
  }
  if (form.goal === 'level' && form.level === undefined) {
    problems.goal = 'missing';
  }
  if (!form.owner) problems.owner = 'missing';
  if (!form.starts) problems.startsAt = 'missing';
  if (!form.due) problems.dueAt = 'missing';
  else if (form.starts && form.due < form.starts) problems.dueAt = 'dueFirst';
  const remind = form.remind.trim();
  if (remind && !(/^\d+$/.test(remind) && +remind >= 1 && +remind <= 365)) {
    problems.remindEveryDays = 'remindRange';
  }
  return problems;
}

// A campaign lasts from the start of its first day to the end of its last one.
const startOf = (day: string) => `${day}T00:00:00.000Z`;
const endOf = (day: string) => `${day}T23:59:59.999Z`;

/** The campaign as it is created; only of a form without problems. */
export function inputOf(form: CampaignForm): CampaignInput {
  const description = form.description.trim();
  const remind = form.remind.trim();
  return {
    title: form.title.trim(),
    ...(description ? { description } : {}),
    ...(form.rubric ? { rubric: form.rubric } : {}),
    goal:
      form.goal === 'checks' ? { checks: form.checks } : { level: form.level! },
    scope: predicateOf(form.scope ?? {}),
    owner: form.owner!,
    startsAt: startOf(form.starts!),
    dueAt: endOf(form.due!),
    ...(remind ? { remindEveryDays: Number(remind) } : {}),
  };
}

/** What differs from the campaign that is changed. */
export function patchOf(form: CampaignForm, campaign: Campaign): CampaignPatch {
  const before = formOf(campaign);
  const input = inputOf(form);
  const patch: CampaignPatch = {};
  if (form.title !== before.title) patch.title = input.title;
  if (form.description !== before.description) {
    patch.description = input.description ?? null;
  }
  if (
    form.scope &&
    JSON.stringify(form.scope) !== JSON.stringify(before.scope)
  ) {
    patch.scope = input.scope;
  }
  if (form.owner !== before.owner) patch.owner = input.owner;
  if (form.starts !== before.starts) patch.startsAt = input.startsAt;
  if (form.due !== before.due) patch.dueAt = input.dueAt;
  if (form.remind !== before.remind) {
    patch.remindEveryDays = input.remindEveryDays ?? null;
  }
  return patch;
}
