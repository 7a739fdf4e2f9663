import type {
  MlRolloutCheck,
  MlRolloutStopRule,
} from '@airworthy/plugin-ml-models-common';
import { alwaysValidDeviations } from './alwaysValid';
import { measure } from './measure';
import { CriterionVerdict, Evidence, VerdictSettings } from './types';

/** Requests below which nothing is decided. */
export const LEAST_REQUESTS = 100;
/** How often a verdict may be wrong. */
export const DEFAULT_ALPHA = 0.05;

interface Bounds {
  /** How often a broken rule may be taken for met. */
  alphaMet: number;
  /** How often a rule that holds may be taken for broken. */
  alphaBroken: number;
}

const count = new Intl.NumberFormat('en-GB');
const figure = (value: number) => String(Number(value.toPrecision(4)));

function words(rule: MlRolloutCheck | MlRolloutStopRule): string {
  const of = rule.measure && rule.measure !== 'value' ? ` ${rule.measure}` : '';
  return `${rule.metric}${of}`;
}

/** Holds a rule against its evidence. */
export function judgeRule(
  rule: MlRolloutCheck | MlRolloutStopRule,
  kind: CriterionVerdict['kind'],
  evidence: Evidence | undefined,
  settings: VerdictSettings,
  { alphaMet, alphaBroken }: Bounds,
): CriterionVerdict {
  const least = settings.leastRequests ?? LEAST_REQUESTS;
  const needed = Math.max(settings.sampleSize ?? 0, least);
  const base = { rule, kind, value: null, needed };
  const name = words(rule);
  const measured = evidence && measure(rule, evidence);
  if (
    !evidence ||
    !measured ||
    !Number.isFinite(measured.value) ||
    !Number.isFinite(measured.standardError)
  ) {
    return {
      ...base,
      state: 'no-data',
      ...(evidence ? { rows: evidence.rows } : {}),
      reason: `${name} is not known${
        evidence?.reason ? `: ${evidence.reason}` : ''
      }`,
    };
  }
  const { rows, method } = evidence;
  const fewest = Math.min(rows.stable, rows.candidate);
  const { value, standardError } = measured;
  const told = { ...base, value, rows, method };
  if (fewest < least || !evidence.enough) {
    return {
      ...told,
      state: 'no-data',
      reason:
        fewest < least
          ? `${name}: ${count.format(
              fewest,
            )} requests of a variant; expected at least ${count.format(least)}`
          : `${name}: ${evidence.reason ?? 'too little data'}`,
    };
  }
  const planned = Math.max(needed, least);
  // A guard-rail must be quick: its bound is tightest at the first requests that count.
  const plannedBad = kind === 'stop-rule' ? 2 * least : planned;
  const good = standardError * alwaysValidDeviations(fewest, alphaMet, planned);
  const bad =
    standardError * alwaysValidDeviations(fewest, alphaBroken, plannedBad);
  const isAbove = (rule.direction ?? 'above') === 'above';
  // The side that could still be bad, and the one that could still be good.
  const worst = isAbove ? value + good : value - good;
  const best = isAbove ? value - bad : value + bad;
  const interval = {
    lower: Math.min(worst, best),
    upper: Math.max(worst, best),
    level: 1 - alphaMet - alphaBroken,
  };
  const breaks = (figureOfRule: number) =>
    isAbove ? figureOfRule >= rule.limit : figureOfRule <= rule.limit;
  const said = `${name} is ${figure(value)}, between ${figure(
    interval.lower,
  )} and ${figure(interval.upper)}; the limit is ${figure(rule.limit)}`;
  if (breaks(best)) return { ...told, interval, state: 'broken', reason: said };
  if (breaks(worst)) return { ...told, interval, state: 'open', reason: said };
  if (kind === 'check' && rows.candidate < needed) {
    return {
      ...told,
      interval,
      state: 'open',
      reason: `${said}; ${count.format(rows.candidate)} of ${count.format(
        needed,
      )} planned requests`,
    };
  }
  return { ...told, interval, state: 'met', reason: said };
}
