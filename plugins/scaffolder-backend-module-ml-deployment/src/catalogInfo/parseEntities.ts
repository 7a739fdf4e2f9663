import {
  Entity,
  entityEnvelopeSchemaValidator,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { listEntityProblems } from '@airworthy/plugin-ml-models-common';

const UNSAFE = ['__proto__', 'constructor', 'prototype'];

/** Path of a field that could reach what all objects share. */
function findUnsafeKey(value: unknown, path: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = `${path}.${key}`;
    if (UNSAFE.includes(key)) return here;
    const found = findUnsafeKey(inner, here);
    if (found) return found;
  }
  return undefined;
}

const isEntity = entityEnvelopeSchemaValidator();

/**
 * The reference of an entity.
 *
 * @throws InputError where it has no kind or name, or fields that are not safe.
 */
export function refOf(value: unknown, field: string): string {
  const unsafe = findUnsafeKey(value, field);
  if (unsafe) throw new InputError(`${unsafe}: expected no such field`);
  let entity: Entity;
  try {
    entity = isEntity(value);
  } catch (error) {
    throw new InputError(
      `${field}: expected an entity with apiVersion, kind and metadata.name, was: ${
        (error as Error).message
      }`,
    );
  }
  return stringifyEntityRef(entity);
}

/** @throws InputError where an entity breaks the schema of its kind. */
export function assertEntity(entity: Entity, field: string): void {
  const problems = listEntityProblems(entity);
  if (problems.length) {
    throw new InputError(`${field}: ${problems.slice(0, 10).join('; ')}`);
  }
}
