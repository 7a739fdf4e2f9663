import { ResponseError, toError } from '@backstage/errors';

/** What the server said, in its own words. */
export function messageOf(error: unknown): string {
  return ResponseError.is(error)
    ? error.body.error.message
    : toError(error).message;
}

/** Whether what was decided on changed meanwhile. */
export function isConflict(error: unknown): boolean {
  return ResponseError.is(error) && error.statusCode === 409;
}
