import { stringifyEntityRef } from '@backstage/catalog-model';
import { Request } from 'express';
import { checkOf } from '../answers/AttestationService';
import { CheckAddress } from '../database/checkAddress';
import { RubricService } from '../rubrics/RubricService';

/** Path of an entity's scorecard. */
export const SCORECARD_PATH = '/scorecards/:kind/:namespace/:name';

/** The entity that a request is about. */
export function refOf({ params }: Request): string {
  const { kind, namespace, name } = params;
  return stringifyEntityRef({ kind, namespace, name });
}

/** Id of the rubric that a request names. */
export function rubricOf({ query }: Request): string | undefined {
  return typeof query.rubric === 'string' ? query.rubric : undefined;
}

/** The check that a request is about; throws a `NotFoundError` where the rubric has none such. */
export function addressOf(
  rubrics: RubricService,
  entityRef: string,
  req: Request,
): CheckAddress {
  const { compiled } = rubrics.get(rubricOf(req));
  const rubricId = compiled.rubric.metadata.id;
  const { checkId } = req.params;
  checkOf(compiled, checkId);
  return { entityRef, rubricId, checkId };
}
