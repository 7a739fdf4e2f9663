/** What an answer is known by. */
export interface AnswerKey {
  /** `version` of the log. */
  log: string;
  /** `version` of the baseline's log, where there is one. */
  baseline?: string;
  /** Everything that the answer depends on besides; plain JSON. */
  question: unknown;
}

/** Keeps answers, and lets callers who ask the same at once share one query. */
export interface AnswerCache {
  /**
   * The kept answer, or a new one. The signal that `compute` gets is aborted once the last caller who waits has gone.
   * A failure is not kept.
   */
  answer<T extends object>(
    key: AnswerKey,
    compute: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T>;
}
