import {
  ActionButton,
  CheckResult,
  RubricCheck,
} from '@airworthy/plugin-ml-maturity-common';

/**
 * Whether an answer would count: without a rule, while the rule's facts are
 * unknown, or where the question stands in for a rule that fails.
 */
export function isAnswerable(check: RubricCheck, result: CheckResult): boolean {
  if (!check.attestation || result.status === 'not-applicable') return false;
  return (
    check.rule === undefined ||
    result.status === 'unknown' ||
    result.method === 'attested' ||
    (result.status === 'fail' && check.attestation.standsInFor === 'fail')
  );
}

/** The ways to mend a check whatever its result, for those that the ranking leaves out. */
export function remediesOf(
  check: RubricCheck,
  result: CheckResult,
  entityRef: string,
): ActionButton[] {
  const { template, links } = check.remediation;
  return [
    ...(isAnswerable(check, result)
      ? [{ kind: 'answer' as const, checkId: check.id }]
      : []),
    ...(template && result.status !== 'pass'
      ? [
          {
            kind: 'template' as const,
            template,
            values: {
              entityRef,
              checkId: check.id,
              ...(entityRef.startsWith('mlmodel:')
                ? { model: { ref: entityRef } }
                : {}),
            },
          },
        ]
      : []),
    ...(links ?? []).map(link => ({ kind: 'link' as const, ...link })),
  ];
}
