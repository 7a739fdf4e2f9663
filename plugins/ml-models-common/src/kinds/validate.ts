import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { mlDeploymentSchema } from './MlDeployment';
import { mlModelSchema } from './MlModel';
import { findForbiddenKey } from './findForbiddenKey';
import { describeIssue } from './describeIssue';

const schemas: Record<string, z.ZodType> = {
  MlModel: mlModelSchema,
  MlDeployment: mlDeploymentSchema,
};

const MAX_PROBLEMS = 10;

/**
 * Lists what is wrong with an entity of one of our kinds: one sentence a
 * field, each with the field's JSON pointer, what was expected and what was
 * there. Empty for a valid entity and for an entity of another kind.
 *
 * @public
 */
export function listEntityProblems(entity: Entity): string[] {
  const schema = Object.hasOwn(schemas, entity.kind)
    ? schemas[entity.kind]
    : undefined;
  if (!schema) return [];

  const forbidden = findForbiddenKey(entity);
  if (forbidden) {
    return [
      `${forbidden}: expected a key other than __proto__, constructor and prototype`,
    ];
  }
  const result = schema.safeParse(entity, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap(describeIssue);
}

/**
 * Throws where an entity of one of our kinds breaks its schema.
 *
 * @throws InputError that lists up to ten problems.
 * @public
 */
export function assertValidEntity(entity: Entity): void {
  const problems = listEntityProblems(entity);
  if (!problems.length) return;
  const shown = problems.slice(0, MAX_PROBLEMS);
  const rest = problems.length - shown.length;
  throw new InputError(
    `${shown.join('; ')}${rest ? `; and ${rest} more` : ''}`,
  );
}
