import { LRUCache } from 'lru-cache';
import type { AnswerCache, AnswerKey } from './types';

interface Pending {
  answer: Promise<object>;
  callers: number;
  abort: AbortController;
}

/** Options of a {@link LruAnswerCache}. */
export interface LruAnswerCacheOptions {
  /** How many answers are kept; the least recently used go first. */
  maxEntries: number;
}

/** Answers in memory, shared by callers who ask the same at once. */
export class LruAnswerCache implements AnswerCache {
  private readonly kept: LRUCache<string, object>;
  private readonly pending = new Map<string, Pending>();

  constructor(options: LruAnswerCacheOptions) {
    this.kept = new LRUCache({ max: options.maxEntries });
  }

  async answer<T extends object>(
    key: AnswerKey,
    compute: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    signal.throwIfAborted();
    const id = JSON.stringify([key.log, key.baseline ?? null, key.question]);
    const kept = this.kept.get(id);
    if (kept) return kept as T;
    const pending = this.pending.get(id) ?? this.start(id, compute);
    return this.wait(id, pending, signal) as Promise<T>;
  }

  private start(
    id: string,
    compute: (signal: AbortSignal) => Promise<object>,
  ): Pending {
    const abort = new AbortController();
    const pending: Pending = {
      callers: 0,
      abort,
      answer: (async () => compute(abort.signal))().then(
        answer => {
          if (!abort.signal.aborted) this.kept.set(id, answer);
          this.forget(id, pending);
          return answer;
        },
        error => {
          this.forget(id, pending);
          throw error;
        },
      ),
    };
    this.pending.set(id, pending);
    return pending;
  }

  private wait(
    id: string,
    pending: Pending,
    signal: AbortSignal,
  ): Promise<object> {
    pending.callers += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        pending.callers -= 1;
        if (pending.callers === 0) {
          // Whoever asks from now on must not get the interrupted query.
          this.forget(id, pending);
          pending.abort.abort(signal.reason);
        }
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      pending.answer
        .finally(() => signal.removeEventListener('abort', leave))
        .then(resolve, reject);
    });
  }

  private forget(id: string, pending: Pending): void {
    if (this.pending.get(id) === pending) this.pending.delete(id);
  }
}
