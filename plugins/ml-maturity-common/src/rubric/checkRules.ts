import { compileRule } from '../rules/compileRule';
import { RuleScope } from '../rules/RuleScope';
import { FieldProblem } from './problems';
import { Rubric } from './types';

function checkRule(
  source: string,
  scope: RuleScope,
  path: (string | number)[],
  into: FieldProblem[],
): void {
  const compiled = compileRule(source, scope);
  if (!compiled.ok) {
    into.push(
      ...compiled.problems.map(({ message, start }) => ({
        path,
        message,
        offset: start,
      })),
    );
  }
}

/** Whether every rule compiles over the facts and fields that there are. */
export function checkRules(rubric: Rubric, scope: RuleScope): FieldProblem[] {
  const problems: FieldProblem[] = [];
  rubric.checks.forEach((check, i) => {
    if (check.rule !== undefined) {
      checkRule(check.rule, scope, ['checks', i, 'rule'], problems);
    }
    if (check.attestation?.passIf !== undefined) {
      checkRule(
        check.attestation.passIf,
        RuleScope.fromFields(check.attestation.fields ?? []),
        ['checks', i, 'attestation', 'passIf'],
        problems,
      );
    }
  });
  return problems;
}
