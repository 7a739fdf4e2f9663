import { Rubric } from '@airworthy/plugin-ml-maturity-common';
import { stringify } from 'yaml';

/** A rubric as the text that somebody would edit. */
export function rubricText(rubric: Rubric): string {
  return stringify(rubric, { lineWidth: 100 });
}
