import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import { invalidAnswer } from './failures';
import { HttpServer, ServerResponse } from './HttpServer';

/** What is wrong with an answer that has not even the shape of an error of the API. */
export function failedResponse(
  server: Pick<HttpServer, 'title' | 'words'>,
  { status, text }: ServerResponse,
): MonitoringSourceError {
  const { title } = server;
  const words = text && server.words(text);
  const detail = `(HTTP ${status}${words ? `: ${words}` : ''})`;
  if (status === 401 || status === 403) {
    return new MonitoringSourceError(
      'refused',
      `${title} refuses the portal's credentials ${detail}`,
    );
  }
  if (status === 504) {
    return new MonitoringSourceError(
      'timeout',
      `${title} did not answer its gateway in time ${detail}`,
    );
  }
  if (status >= 500) {
    return new MonitoringSourceError(
      'unreachable',
      `${title} is failing ${detail}`,
    );
  }
  if (status === 429) {
    return new MonitoringSourceError(
      'refused',
      `${title} is asked too much ${detail}`,
    );
  }
  if (status >= 400) {
    return new MonitoringSourceError(
      'refused',
      `${title} refused the request ${detail}`,
    );
  }
  return invalidAnswer(title, 'answered JSON that is not of its API');
}
