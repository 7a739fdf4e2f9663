import { AttestationValue } from '@airworthy/plugin-ml-maturity-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';

/** An answer as a template gives it. */
export interface TemplateAnswer {
  checkId: string;
  answer: 'yes' | 'no';
  fields?: JsonObject;
  evidence?: { url?: string; text?: string };
  comment?: string;
}

/* What a form leaves empty reaches a template as nothing, null or an empty text. */
const isGiven = (value: JsonValue | undefined) =>
  value !== undefined && value !== null && value !== '';

function givenOf<T extends object>(values: T): Partial<T> | undefined {
  const given = Object.entries(values).filter(([, value]) => isGiven(value));
  return given.length ? (Object.fromEntries(given) as Partial<T>) : undefined;
}

/** The body of an answer, without what was left empty. */
export function bodyOf({ answer, fields, evidence, comment }: TemplateAnswer) {
  const given = fields && givenOf(fields);
  const backing = evidence && givenOf(evidence);
  return {
    answer,
    ...(given ? { fields: given as Record<string, AttestationValue> } : {}),
    ...(backing ? { evidence: backing } : {}),
    ...(comment ? { comment } : {}),
  };
}

/**
 * The full reference of the entity that is answered for.
 *
 * @throws InputError where it is none.
 */
export function readEntityRef(entityRef: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(entityRef, { defaultNamespace: 'default' }),
    );
  } catch {
    throw new InputError(
      `entityRef: expected a reference such as "mlmodel:default/churn", was ${JSON.stringify(
        entityRef,
      )}`,
    );
  }
}

/** @throws InputError where a check is answered twice. */
export function refuseRepeated(answers: readonly TemplateAnswer[]): void {
  const seen = new Set<string>();
  answers.forEach(({ checkId }, i) => {
    if (seen.has(checkId)) {
      throw new InputError(
        `attestations.${i}.checkId: expected a check that no other entry answers, was ${checkId}`,
      );
    }
    seen.add(checkId);
  });
}
