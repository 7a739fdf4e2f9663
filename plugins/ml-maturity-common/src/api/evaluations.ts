/** Entities to evaluate; all without `entityRefs`. @public */
export interface EvaluationRequest {
  /** At most 1,000. */
  entityRefs?: string[];
}

/** Where a task stands. @public */
export type EvaluationTaskState = 'queued' | 'running' | 'done' | 'failed';

/** An evaluation that somebody asked for. @public */
export interface EvaluationTask {
  id: string;
  state: EvaluationTaskState;
  requestedBy: string;
  requestedAt: string;
  /** Entities to look at; undefined until they were counted. */
  total?: number;
  /** Entities that were evaluated. */
  done: number;
  /** Scorecards that differ from before. */
  changed: number;
  /** Entities that could not be evaluated; their scorecards stayed as they were. */
  failed: number;
  /** Why it failed. */
  problem?: string;
  finishedAt?: string;
}
