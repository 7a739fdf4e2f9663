import { SourceFailure } from '@airworthy/plugin-ml-monitoring-common';
import { FailureStore } from '../database/FailureStore';

/** What failed or answered. */
export interface FailureAddress {
  entityRef: string;
  capability: string;
  source: SourceFailure['source'];
}

const MAX_KNOWN = 50_000;
// Another replica may have noted a failure meanwhile.
const WELL_MS = 5 * 60_000;

function keyOf({ entityRef, capability, source }: FailureAddress): string {
  return JSON.stringify([entityRef, capability, source.type, source.name]);
}

/**
 * Remembers since when a source fails for a deployment, over restarts.
 *
 * @remarks
 *
 * The database is touched when a source begins to fail or answers again, and
 * not for each answer of one that is well.
 */
export class FailureLog {
  readonly #store: FailureStore;
  readonly #well = new Map<string, number>();

  constructor(options: { store: FailureStore }) {
    this.#store = options.store;
  }

  /** Notes a failure and answers since when it lasts. */
  async failed(
    about: FailureAddress,
    failure: Pick<SourceFailure, 'kind' | 'message'>,
  ): Promise<string> {
    this.#well.delete(keyOf(about));
    return this.#store.note(about, failure, new Date());
  }

  async recovered(about: FailureAddress): Promise<void> {
    const key = keyOf(about);
    if (Date.now() - (this.#well.get(key) ?? 0) < WELL_MS) return;
    await this.#store.clear(about);
    if (this.#well.size >= MAX_KNOWN) this.#well.clear();
    this.#well.set(key, Date.now());
  }
}
