import {
  CheckResult,
  PhaseProgress,
  Rubric,
  RubricCheck,
} from '@airworthy/plugin-ml-maturity-common';
import { CheckState, stateOf } from '../status/looks';

/** A step of the journey with its state. */
export interface WheelStep {
  id: string;
  title: string;
  /** Title of the rubric's phase, which may be a part of the one that is drawn. */
  phase: string;
  state: CheckState;
  reason: string;
}

/** A phase as it is drawn. */
export interface WheelPhase {
  id: string;
  title: string;
  steps: WheelStep[];
  /** Steps that pass or are waived. */
  done: number;
}

/**
 * The process draws these two as its first phase: what is asked for and what
 * is there are gathered in the same sessions.
 */
const FIRST_PHASE = ['gather', 'assess'];

/** The phases of a journey, in their order, with the state of every step. */
export function wheelPhases(
  rubric: Rubric,
  phases: readonly PhaseProgress[],
  results: readonly CheckResult[],
): WheelPhase[] {
  const checks = new Map<string, RubricCheck>(
    rubric.checks.map(check => [check.id, check]),
  );
  const byCheck = new Map(results.map(result => [result.checkId, result]));
  const drawn: WheelPhase[] = [];
  for (const phase of phases) {
    const steps = phase.steps.map((id): WheelStep => {
      const result = byCheck.get(id);
      return {
        id,
        title: checks.get(id)?.title ?? id,
        phase: phase.title,
        state: stateOf(result),
        reason: result?.reason ?? '',
      };
    });
    const last = drawn[drawn.length - 1];
    if (last?.id === FIRST_PHASE[0] && phase.id === FIRST_PHASE[1]) {
      last.title = `${last.title} / ${phase.title}`;
      last.steps.push(...steps);
    } else {
      drawn.push({ id: phase.id, title: phase.title, steps, done: 0 });
    }
  }
  for (const phase of drawn) {
    phase.done = phase.steps.filter(
      ({ state }) => state === 'pass' || state === 'waived',
    ).length;
  }
  return drawn.filter(({ steps }) => steps.length > 0);
}
