import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** What gives the catalog to a check of a form. */
export interface ApiSource {
  get(ref: typeof catalogApiRef): typeof catalogApiRef.T | undefined;
}

/** An entity, or what is wrong with the reference to it. */
export type CheckedEntity =
  | { entity: Entity; problem?: undefined }
  | { entity?: undefined; problem: string };

interface Expected {
  /** Name of the field in the sentence. */
  field: string;
  /** In lower case. */
  kind: string;
  /** Such as `mlmodel:default/churn`. */
  example: string;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function isRefOf(value: string, kind: string): boolean {
  try {
    const parsed = parseEntityRef(value, { defaultKind: kind });
    return parsed.kind.toLocaleLowerCase('en-US') === kind;
  } catch {
    return false;
  }
}

/** Reads the entity that a form names, so that a form with a wrong name is not sent. */
export async function checkEntity(
  value: unknown,
  expected: Expected,
  apis: ApiSource,
): Promise<CheckedEntity> {
  const { field, kind, example } = expected;
  if (typeof value !== 'string' || !isRefOf(value, kind)) {
    return {
      problem: `${field}: expected a reference such as "${example}", was ${shown(
        value,
      )}`,
    };
  }
  try {
    const entity = await apis.get(catalogApiRef)?.getEntityByRef(value);
    if (entity) return { entity };
    return {
      problem: `${field}: expected an entity of the catalog that you may see, was "${value}"`,
    };
  } catch (error) {
    return {
      problem: `${field}: the catalog could not be asked for "${value}" (${
        toError(error).message
      }); try again`,
    };
  }
}
