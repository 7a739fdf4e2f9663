import {
  CheckResult,
  CompiledRubric,
  GateCheck,
} from '@airworthy/plugin-ml-maturity-common';

const HOLDS = new Set(['pass', 'waived', 'not-applicable']);

/** What a gate found. */
export interface GateVerdict {
  pass: boolean;
  reasons: string[];
  blocking: GateCheck[];
  waived: GateCheck[];
}

/**
 * Whether results meet a level or named checks. A level asks for every counted
 * check of levels 1 up to it; a check that is named is asked for even where it
 * is a draft.
 */
export function judgeGate(
  { rubric }: CompiledRubric,
  results: readonly CheckResult[],
  wanted: { level?: number; checks?: readonly string[] },
): GateVerdict {
  const named = new Set(wanted.checks);
  const blocking: GateCheck[] = [];
  const waived: GateCheck[] = [];
  const reasons: string[] = [];
  rubric.checks.forEach(({ id, title, level }, index) => {
    const { status, reason, counted } = results[index];
    const forLevel =
      wanted.level !== undefined &&
      counted &&
      level >= 1 &&
      level <= wanted.level;
    if (!forLevel && !named.has(id)) return;
    const check = { checkId: id, title, level, status, reason };
    if (status === 'waived') waived.push(check);
    if (HOLDS.has(status)) return;
    blocking.push(check);
    const why = forLevel ? `level ${wanted.level} asks for it` : 'asked for';
    reasons.push(`${title}: ${status} (${why}). ${reason}`);
  });
  return { pass: blocking.length === 0, reasons, blocking, waived };
}
