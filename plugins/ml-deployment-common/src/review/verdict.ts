import type {
  MlRolloutCheck,
  MlRolloutStopRule,
} from '@airworthy/plugin-ml-models-common';
import { DEFAULT_ALPHA, judgeRule } from './judgeRule';
import {
  CriterionVerdict,
  Evidence,
  Verdict,
  VerdictDecision,
  VerdictSettings,
} from './types';

const METHOD =
  'Intervals that hold at every look (normal mixture confidence sequences, Howard et al. 2021), a rule each';

/** What is to be judged. @public */
export interface VerdictInput {
  checks: readonly MlRolloutCheck[];
  stopRules: readonly MlRolloutStopRule[];
  evidence: readonly Evidence[];
  /** Criteria in words that people must confirm; none may be left. */
  unconfirmed?: readonly string[];
  settings?: VerdictSettings;
}

const RANK = { broken: 0, 'no-data': 1, open: 2, met: 3 } as const;

function decide(
  criteria: readonly CriterionVerdict[],
  unconfirmed: readonly string[],
): VerdictDecision {
  const broken = criteria.filter(({ state }) => state === 'broken');
  const stopping = broken.filter(
    ({ kind, rule }) =>
      kind === 'check' || !('action' in rule) || rule.action !== 'pause',
  );
  if (stopping.length > 0) return 'roll-back';
  if (broken.length > 0) return 'hold';
  const checks = criteria.filter(({ kind }) => kind === 'check');
  // Nothing that was measured is no evidence.
  if (checks.length === 0) return 'hold';
  const stops = criteria.filter(({ kind }) => kind === 'stop-rule');
  const isSeen = stops.every(({ state }) => state !== 'no-data');
  return checks.every(({ state }) => state === 'met') &&
    isSeen &&
    unconfirmed.length === 0
    ? 'promote'
    : 'hold';
}

/**
 * Tells what to do with a rollout: promote, hold or roll back.
 *
 * @remarks
 *
 * Each rule is held against an interval that is valid at every look, so the
 * review may be opened as often as anybody likes. It is promoted when every
 * check's interval lies wholly on the good side of its limit, the planned
 * sample is there, and no stop rule is blind; since all must hold, the chance
 * that a candidate which breaks one of them is promoted is at most `alpha`
 * (intersection-union test: Berger 1982, Technometrics 24(4)). It is rolled
 * back when one lies wholly on the bad side; that level is shared among the
 * rules (Bonferroni), so a candidate that breaks none is rolled back with at
 * most `alpha`. Missing figures, too few requests and empty answers hold.
 *
 * @public
 */
export function judgeRollout(input: VerdictInput): Verdict {
  const { checks, stopRules, evidence, unconfirmed = [] } = input;
  const settings = input.settings ?? {};
  const alpha = settings.alpha ?? DEFAULT_ALPHA;
  const rules = checks.length + stopRules.length;
  const bounds = {
    alphaMet: alpha,
    alphaBroken: alpha / Math.max(1, rules),
  };
  const byMetric = new Map(evidence.map(item => [item.metric, item]));
  const criteria = [
    ...checks.map(rule =>
      judgeRule(rule, 'check', byMetric.get(rule.metric), settings, bounds),
    ),
    ...stopRules.map(rule =>
      judgeRule(rule, 'stop-rule', byMetric.get(rule.metric), settings, bounds),
    ),
  ];
  const decision = decide(criteria, unconfirmed);
  const told = [...criteria].sort((a, b) => RANK[a.state] - RANK[b.state]);
  const decisive = {
    'roll-back': told.filter(({ state }) => state === 'broken'),
    hold: told.filter(({ state }) => state !== 'met'),
    promote: told.filter(({ kind }) => kind === 'check'),
  }[decision];
  const reasons = decisive.map(({ reason }) => reason);
  if (decision === 'hold') {
    if (checks.length === 0) {
      reasons.unshift('The plan has no check that is measured in this phase');
    }
    reasons.push(...unconfirmed.map(text => `Not confirmed yet: ${text}`));
  }
  return { decision, reasons, criteria, errorRate: alpha, method: METHOD };
}
