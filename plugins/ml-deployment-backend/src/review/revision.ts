import { createHash } from 'node:crypto';
import {
  RolloutStanding,
  VerdictDecision,
} from '@airworthy/plugin-ml-deployment-common';

/** What a decision is taken on. */
export interface Reviewed {
  rollout: RolloutStanding;
  decision: VerdictDecision | undefined;
  latestDecisionId: string | undefined;
}

const SEPARATOR = '-';

const digest = (value: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 16);

/** Changes with the rollout, with the verdict, and with every decision. */
export function revisionOf(reviewed: Reviewed): string {
  return [
    digest(reviewed.rollout),
    digest(reviewed.decision ?? 'none'),
    digest(reviewed.latestDecisionId ?? 'none'),
  ].join(SEPARATOR);
}

/** What changed since a revision was given out. */
export function changesSince(given: string, now: string): string[] {
  const before = given.split(SEPARATOR);
  const names = ['the rollout', 'the verdict', 'the decisions'];
  if (before.length !== names.length) return ['the revision'];
  const after = now.split(SEPARATOR);
  return names.filter((_, i) => before[i] !== after[i]);
}
