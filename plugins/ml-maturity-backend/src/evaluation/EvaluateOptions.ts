import { ChangeCause } from '../database/HistoryStore';

/** How entities are evaluated. */
export interface EvaluateOptions {
  /** Why, as far as the caller knows; a change of the rubric or of time is found out. */
  cause: ChangeCause;
  /** `stale` collects facts that are no longer fresh, `all` every fact, `none` takes them as they are. */
  facts: 'stale' | 'all' | 'none';
  signal?: AbortSignal;
  /** Whether no events are written, since somebody else tells of what happened. */
  silent?: boolean;
}
