import { DEFAULT_STEPS } from '@airworthy/plugin-ml-deployment-common';
import { RenderRequest } from '../request/requestSchema';

/** The steps of a canary, without the last, which is all. */
export function stepsOf({ traffic }: RenderRequest): number[] {
  return (traffic?.steps ?? DEFAULT_STEPS).filter(step => step < 100);
}

/** The share of the candidate that the manifests are for. */
export function shareOf(request: RenderRequest): number {
  if (request.strategy !== 'canary') return 0;
  return (request.traffic?.steps ?? DEFAULT_STEPS)[request.traffic?.step ?? 0];
}

export const mirrorPercentOf = ({ traffic }: RenderRequest): number =>
  traffic?.mirrorPercent ?? 100;
