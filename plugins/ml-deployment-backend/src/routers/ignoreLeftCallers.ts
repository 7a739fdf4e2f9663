import { ErrorRequestHandler } from 'express';

/** Drops errors of requests whose caller has left: nobody reads them, and they are no fault to log. */
export const ignoreLeftCallers: ErrorRequestHandler = (
  error,
  _req,
  res,
  next,
) => {
  if (!res.destroyed) next(error);
};
