import {
  ML_API_VERSION,
  listEntityProblems,
} from '@airworthy/plugin-ml-models-common';

/** The most limits of a deployment. */
export const MOST_THRESHOLDS = 200;

const POINTER = /^\/spec\/monitoring\/thresholds(?:\/(\d+))?(?:\/(\w+))?: /;

/** Something that is wrong with the limits. */
export interface ThresholdProblem {
  /** The place of the limit, unless it is about all of them. */
  row?: number;
  /** What was expected and what was there, with the field where there is one. */
  text: string;
}

/** What is wrong with limits, in the words in which the catalog would say it. */
export function thresholdProblems(thresholds: unknown): ThresholdProblem[] {
  const problems = listEntityProblems({
    apiVersion: ML_API_VERSION,
    kind: 'MlDeployment',
    metadata: { name: 'checked' },
    spec: {
      type: 'custom',
      environment: 'checked',
      lifecycle: 'checked',
      owner: 'group:default/checked',
      model: 'mlmodel:default/checked',
      monitoring: { thresholds } as never,
    },
  });
  return problems.map(problem => {
    const [pointer, row, field] = POINTER.exec(problem) ?? [''];
    const text = problem.slice(pointer.length);
    return {
      ...(row === undefined ? {} : { row: Number(row) }),
      text: field ? `${field}: ${text}` : text,
    };
  });
}

/** The same in sentences that stand alone. */
export function listThresholdProblems(thresholds: unknown): string[] {
  return thresholdProblems(thresholds).map(({ row, text }) =>
    row === undefined ? `limits: ${text}` : `limit ${row + 1}, ${text}`,
  );
}
