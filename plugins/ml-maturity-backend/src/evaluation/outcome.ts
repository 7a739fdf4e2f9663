/** What an evaluation did. */
export interface EvaluationOutcome {
  evaluated: number;
  /** Scorecards that were written, since something in them changed. */
  changed: number;
  /** Scorecards that were removed, since their entity is gone or no rubric applies. */
  removed: number;
  /** Evaluations that failed; the scorecards of these entities stayed as they were. */
  failed: number;
}

/** An outcome of nothing yet. */
export const noOutcome = (): EvaluationOutcome => ({
  evaluated: 0,
  changed: 0,
  removed: 0,
  failed: 0,
});

/** Adds one outcome to another. */
export function addOutcome(
  total: EvaluationOutcome,
  more: EvaluationOutcome,
): void {
  total.evaluated += more.evaluated;
  total.changed += more.changed;
  total.removed += more.removed;
  total.failed += more.failed;
}
