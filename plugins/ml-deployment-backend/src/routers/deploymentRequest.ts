import { stringifyEntityRef } from '@backstage/catalog-model';
import { Request, Response } from 'express';

/** Path of a deployment. */
export const DEPLOYMENT_PATH = '/deployments/:namespace/:name';

/** The deployment that a request is about. */
export function refOf({ params }: Request): string {
  const { namespace, name } = params;
  return stringifyEntityRef({ kind: 'MlDeployment', namespace, name });
}

/** Aborted when the caller leaves before the answer is written. */
export function signalOf(res: Response): AbortSignal {
  const left = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) {
      left.abort(new Error('The caller has left'));
    }
  });
  return left.signal;
}
