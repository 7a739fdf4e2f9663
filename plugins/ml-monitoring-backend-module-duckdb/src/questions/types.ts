import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AnswerCache } from '../cache/types';
import type { QueryEngine } from '../engine/types';
import type { LogReader } from '../log/types';

/** What every question is answered with. */
export interface QuestionTools {
  engine: QueryEngine;
  logs: LogReader;
  cache: AnswerCache;
  logger: LoggerService;
  /** Now in milliseconds since 1970, for tests. */
  now: () => number;
}
