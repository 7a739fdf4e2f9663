import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { SourceFailure } from '@airworthy/plugin-ml-monitoring-common';
import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';

const MAX_MESSAGE = 2_000;

/** An answer that is not what its type says. */
export class InvalidAnswerError extends Error {}

/** No answer in time. */
export class AnswerTimeoutError extends Error {}

// A module may come with another copy of the -node package.
function isSourceError(error: Error): error is MonitoringSourceError {
  return error.name === 'MonitoringSourceError' && 'kind' in error;
}

/** What readers are told of a source that failed. */
export function toFailure(
  thrown: unknown,
  source: SourceFailure['source'],
  logger: LoggerService,
): SourceFailure {
  const error = toError(thrown);
  const say = (kind: SourceFailure['kind'], message: string) => ({
    source,
    kind,
    message:
      message.length > MAX_MESSAGE
        ? `${message.slice(0, MAX_MESSAGE)}…`
        : message,
  });
  if (isSourceError(error)) return say(error.kind, error.message);
  if (error instanceof AnswerTimeoutError) return say('timeout', error.message);
  if (error instanceof InvalidAnswerError) {
    return say('invalid-data', error.message);
  }
  // Its words were not written for readers and may hold secrets.
  logger.warn(
    `The source ${source.type} (${source.name}) failed: ${error.message}`,
    error,
  );
  return say(
    'invalid-data',
    'The source failed in a way that it does not explain; the log of the backend says more',
  );
}
