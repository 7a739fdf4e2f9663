import { JsonObject } from '@backstage/types';
import {
  CheckResult,
  CompiledRubric,
} from '@airworthy/plugin-ml-maturity-common';

/**
 * How far the assessment of an entity is: questions that only a person can
 * answer, and how many have an answer that holds. A check with a rule asks
 * nobody.
 */
export function assessmentFacts(
  { rubric }: CompiledRubric,
  results: readonly CheckResult[],
): JsonObject {
  const asked = results.filter(({ counted, status }, index) => {
    const { rule, attestation } = rubric.checks[index];
    return (
      counted &&
      status !== 'not-applicable' &&
      attestation !== undefined &&
      rule === undefined
    );
  });
  const answered = asked.filter(
    ({ attestation, status }) =>
      attestation?.state === 'active' || status === 'waived',
  );
  return {
    questions: asked.length,
    answered: answered.length,
    complete: asked.length > 0 && answered.length === asked.length,
  };
}
