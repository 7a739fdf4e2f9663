/** The most steps of a plan. */
export const MOST_STEPS = 20;

/** What is wrong with one step. */
export type StepProblem = 'range' | 'above' | 'last';

/** What is wrong with each step, by its place; nothing where all is well. */
export function stepProblems(
  steps: readonly number[],
): (StepProblem | undefined)[] {
  return steps.map((step, i) => {
    if (!Number.isFinite(step) || step < 1 || step > 100) return 'range';
    if (i > 0 && step <= steps[i - 1]) return 'above';
    if (i === steps.length - 1 && step !== 100) return 'last';
    return undefined;
  });
}

function sentence(
  problem: StepProblem,
  steps: readonly number[],
  i: number,
): string {
  const was = Number.isFinite(steps[i]) ? `${steps[i]}%` : 'nothing';
  const expected = {
    range: 'a share of 1% to 100%',
    above: `more than the ${steps[i - 1]}% of the step before`,
    last: '100% at the last step',
  }[problem];
  return `step ${i + 1}: expected ${expected}, was ${was}`;
}

/** What is wrong with a list of steps, in sentences. */
export function listStepProblems(
  steps: readonly number[] | undefined,
  most = MOST_STEPS,
): string[] {
  if (!steps?.length) {
    return ['steps: expected at least one step, was nothing'];
  }
  return [
    ...(steps.length > most
      ? [`steps: expected at most ${most}, was ${steps.length}`]
      : []),
    ...stepProblems(steps).flatMap((problem, i) =>
      problem ? [sentence(problem, steps, i)] : [],
    ),
  ];
}
