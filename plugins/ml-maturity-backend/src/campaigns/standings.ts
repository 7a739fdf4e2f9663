import {
  CampaignGoal,
  CampaignModel,
  CampaignProgress,
  CampaignTeam,
  CheckResult,
  CheckStatus,
  CompiledRubric,
  MissingCheck,
  ModelBrief,
} from '@airworthy/plugin-ml-maturity-common';
import { Organisation } from '../portfolio/Organisation';
import { briefOf } from '../portfolio/briefOf';
import { PortfolioRow } from '../portfolio/PortfolioRow';
import { RubricPortfolio } from '../portfolio/RubricPortfolio';

/** Where a model of a campaign stands. */
export interface Standing extends ModelBrief {
  done: boolean;
  checksTotal: number;
  checksDone: number;
  checksWaived: number;
  missing: MissingCheck[];
}

/** Positions of the checks that a goal asks for; of a level, of all levels 1 up to it. */
export function checksOfGoal(
  { rubric, checkIndex }: CompiledRubric,
  goal: CampaignGoal,
): number[] {
  if ('checks' in goal) {
    // A check may be gone from the rubric since the campaign began.
    return goal.checks.flatMap(id => checkIndex.get(id) ?? []);
  }
  return rubric.checks.flatMap(({ level }, index) =>
    level >= 1 && level <= goal.level ? [index] : [],
  );
}

/** Whether a goal asks a result of a model: a level only what counts, and nobody what does not apply. */
export function isAsked(
  goal: CampaignGoal,
  { status, counted }: Pick<CheckResult, 'status' | 'counted'>,
): boolean {
  return status !== 'not-applicable' && ('checks' in goal || counted);
}

/** Whether a status is what a goal asks for. */
export const isReached = (status: CheckStatus) =>
  status === 'pass' || status === 'waived';

/**
 * Where a model stands. Checks that do not apply to it ask nothing of it; a
 * level asks only for checks that count, named checks may be drafts. A model
 * that waits for its evaluation has not reached the goal.
 */
export function standingOf(
  row: PortfolioRow,
  portfolio: RubricPortfolio,
  goal: CampaignGoal,
  checks: readonly number[],
): Standing {
  const { pool, compiled } = portfolio;
  const standing: Standing = {
    ...briefOf(row),
    done: false,
    checksTotal: 0,
    checksDone: 0,
    checksWaived: 0,
    missing: [],
  };
  const results = pool.resultsOf(row);
  if (!results) return standing;
  for (const check of checks) {
    const { checkId, status } = results[check];
    if (!isAsked(goal, results[check])) continue;
    standing.checksTotal++;
    if (isReached(status)) {
      standing.checksDone++;
      if (status === 'waived') standing.checksWaived++;
    } else {
      const { title } = compiled.rubric.checks[check];
      standing.missing.push({ checkId, title, status });
    }
  }
  standing.done = standing.missing.length === 0;
  return standing;
}

/** Sums standings up. */
export function progressOf(standings: readonly Standing[]): CampaignProgress {
  const progress: CampaignProgress = {
    total: standings.length,
    done: 0,
    checksTotal: 0,
    checksDone: 0,
    checksWaived: 0,
  };
  for (const standing of standings) {
    progress.done += Number(standing.done);
    progress.checksTotal += standing.checksTotal;
    progress.checksDone += standing.checksDone;
    progress.checksWaived += standing.checksWaived;
  }
  return progress;
}

/** Progress of each owner, those with the most models left first. */
export function teamsOf(
  standings: readonly Standing[],
  organisation: Organisation,
): CampaignTeam[] {
  const byOwner = new Map<string | undefined, Standing[]>();
  for (const standing of standings) {
    const same = byOwner.get(standing.owner);
    if (same) same.push(standing);
    else byOwner.set(standing.owner, [standing]);
  }
  return [...byOwner]
    .map(([owner, of]) => ({
      owner,
      title: owner ? organisation.title(owner) : 'Without an owner',
      ...progressOf(of),
    }))
    .sort(
      (a, b) =>
        b.total - b.done - (a.total - a.done) || (a.title < b.title ? -1 : 1),
    );
}

/** A standing as answers show it. */
export function modelOf({
  checksTotal,
  checksDone,
  checksWaived,
  ...model
}: Standing): CampaignModel {
  return model;
}
