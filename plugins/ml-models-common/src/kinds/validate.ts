import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { mlDeploymentSchema } from './MlDeployment';
import { mlModelSchema } from './MlModel';
import { ML_API_VERSION } from './envelope';
import { describeIssue } from './describeIssue';
import { findUnsafe } from './findUnsafe';

const KINDS: Record<string, { kind: string; schema: z.ZodType }> = {
  mlmodel: { kind: 'MlModel', schema: mlModelSchema },
  mldeployment: { kind: 'MlDeployment', schema: mlDeploymentSchema },
};

const MAX_PROBLEMS = 10;

function kindOf(entity: Entity) {
  // References to entities ignore the case of a kind, so this does too.
  const name = String(entity.kind).toLocaleLowerCase('en-US');
  return Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
}

/**
 * Lists what is wrong with an entity of one of our kinds: one sentence a
 * field, each with the field's JSON pointer, what was expected and what was
 * there. Empty for a valid entity and for an entity of another kind.
 *
 * @public
 */
export function listEntityProblems(entity: Entity): string[] {
  const known = kindOf(entity);
  if (!known) return [];

  const unsafe = findUnsafe(entity);
  if (unsafe) return [unsafe];

  const result = known.schema.safeParse(entity, { reportInput: true });
  if (result.success) return [];
  const problems = new Map<string, string>();
  for (const { field, problem } of result.error.issues.flatMap(describeIssue)) {
    // The first is enough: what is too long often breaks a pattern too.
    if (!problems.has(field)) problems.set(field, problem);
  }
  return [...problems.values()];
}

function refuse(problems: string[]): void {
  if (!problems.length) return;
  const shown = problems.slice(0, MAX_PROBLEMS);
  const rest = problems.length - shown.length;
  throw new InputError(
    `${shown.join('; ')}${rest ? `; and ${rest} more` : ''}`,
  );
}

/**
 * Throws where an entity of one of our kinds breaks its schema.
 *
 * @throws InputError that lists up to ten problems.
 * @public
 */
export function assertValidEntity(entity: Entity): void {
  refuse(listEntityProblems(entity));
}

/**
 * Throws where an entity of one of our kinds holds what is not safe to handle
 * further, is written for another version of the schema, or spells its kind
 * in other letters. This can be told before the entity is complete.
 *
 * @throws InputError
 * @public
 */
export function assertReadableEntity(entity: Entity): void {
  const known = kindOf(entity);
  if (!known) return;
  const unsafe = findUnsafe(entity);
  const expected = { apiVersion: ML_API_VERSION, kind: known.kind };
  const foreign = (['apiVersion', 'kind'] as const)
    .filter(field => entity[field] !== expected[field])
    .map(
      field =>
        `/${field}: expected "${expected[field]}", was "${entity[field]}"`,
    );
  refuse(unsafe ? [unsafe, ...foreign] : foreign);
}
