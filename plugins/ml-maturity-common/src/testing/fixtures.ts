import { Entity } from '@backstage/catalog-model';
import { Attestation } from '../attestations/types';
import { CompiledRubric, compileRubric } from '../evaluation/CompiledRubric';
import { CheckResult, CheckStatus } from '../evaluation/types';
import { EntityFacts } from '../facts/types';
import { Rubric, RubricInput } from '../rubric/types';
import { validateRubric } from '../rubric/validateRubric';
import { Waiver } from '../waivers/types';

export const NOW = new Date('2026-03-01T00:00:00.000Z');

type CheckInput = RubricInput['checks'][number];

/** A check that asks for nothing unless told to. */
export function check(
  id: string,
  fields: Partial<CheckInput> = {},
): CheckInput {
  return {
    id,
    title: `Title of ${id}`,
    why: 'It matters.',
    level: 1,
    category: 'data',
    remediation: { text: 'Mend it.' },
    ...(fields.rule || fields.attestation
      ? {}
      : {
          attestation: { question: 'Is it so?', expiresAfter: 'P90D' },
        }),
    ...fields,
  };
}

/** A document of levels 0 to 2, two categories, two phases and two tracks. */
export function rubricDocument(checks: CheckInput[]): RubricInput {
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlMaturityRubric',
    metadata: { id: 'small', title: 'Small', version: '1.0.0' },
    appliesTo: { kind: 'MlModel' },
    levels: [
      { level: 0, title: 'Manual' },
      { level: 1, title: 'Training automated' },
      { level: 2, title: 'Delivery automated' },
    ],
    categories: [
      { id: 'data', title: 'Data' },
      { id: 'model', title: 'Model' },
    ],
    phases: [
      { id: 'gather', title: 'Gather' },
      { id: 'plan', title: 'Plan' },
    ],
    tracks: [
      { id: 'startup', title: 'Startup' },
      { id: 'large-organisation', title: 'Large organisation' },
    ],
    checks,
  };
}

export function rubricOf(checks: CheckInput[]): Rubric {
  const result = validateRubric(rubricDocument(checks));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.rubric;
}

export function compiledOf(checks: CheckInput[]): CompiledRubric {
  return compileRubric(rubricOf(checks));
}

export const model: Entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'churn', namespace: 'default' },
  spec: { type: 'tabular-classification', owner: 'group:default/forecasting' },
};

/** Facts that were collected an hour before {@link NOW}. */
export function factsOf(
  values: Record<string, EntityFacts[string]['values']>,
): EntityFacts {
  return Object.fromEntries(
    Object.entries(values).map(([collector, of]) => [
      collector,
      { collectedAt: '2026-02-28T23:00:00.000Z', values: of },
    ]),
  );
}

export function answerOf(
  checkId: string,
  fields: Partial<Attestation> = {},
): Record<string, Attestation> {
  return {
    [checkId]: {
      id: `answer-${checkId}`,
      checkId,
      answer: 'yes',
      fields: {},
      author: 'user:default/ada',
      createdAt: '2026-02-01T00:00:00.000Z',
      expiresAt: '2026-05-02T00:00:00.000Z',
      ...fields,
    },
  };
}

export function waiverOf(
  checkId: string,
  fields: Partial<Waiver> = {},
): Record<string, Waiver> {
  return {
    [checkId]: {
      id: `waiver-${checkId}`,
      checkId,
      decision: 'approved',
      reason: 'The vendor owns the data.',
      requestedBy: 'user:default/ada',
      requestedAt: '2026-02-01T00:00:00.000Z',
      decidedBy: 'user:default/grace',
      decidedAt: '2026-02-02T00:00:00.000Z',
      expiresAt: '2026-06-01T00:00:00.000Z',
      ...fields,
    },
  };
}

/** Results with the given statuses, in the order of the rubric. */
export function resultsOf(
  rubric: Rubric,
  statuses: readonly CheckStatus[],
): CheckResult[] {
  return statuses.map((status, i) => ({
    checkId: rubric.checks[i].id,
    status,
    counted: status !== 'not-applicable',
    method: 'automated',
    reason: '',
    facts: [],
  }));
}
