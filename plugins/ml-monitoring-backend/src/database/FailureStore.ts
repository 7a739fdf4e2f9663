import { SourceFailure } from '@airworthy/plugin-ml-monitoring-common';
import { Knex } from 'knex';
import { plainText, toIso } from '@airworthy/plugin-ml-models-node';
import { FailureAddress } from '../sources/FailureLog';

interface FailureRow {
  entity_ref: string;
  capability: string;
  source_type: string;
  source_name: string;
  since: Date | string | number;
  kind: SourceFailure['kind'];
  message: string;
}

/** A failure that lasts. */
export interface StoredFailure extends SourceFailure {
  capability: string;
  since: string;
}

function whereOf({ entityRef, capability, source }: FailureAddress) {
  return {
    entity_ref: entityRef,
    capability,
    source_type: source.type,
    source_name: source.name,
  };
}

/** Sources that fail for a deployment, and since when. */
export class FailureStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Notes a failure and answers when the first of its row was. */
  async note(
    about: FailureAddress,
    failure: Pick<SourceFailure, 'kind' | 'message'>,
    now: Date,
  ): Promise<string> {
    const message = plainText(failure.message);
    await this.#db<FailureRow>('source_failures')
      .insert({ ...whereOf(about), since: now, kind: failure.kind, message })
      .onConflict(['entity_ref', 'capability', 'source_type', 'source_name'])
      .merge({ kind: failure.kind, message });
    const row = await this.#db<FailureRow>('source_failures')
      .where(whereOf(about))
      .first('since');
    return toIso(row?.since ?? now);
  }

  async clear(about: FailureAddress): Promise<void> {
    await this.#db<FailureRow>('source_failures')
      .where(whereOf(about))
      .delete();
  }

  async of(entityRef: string): Promise<StoredFailure[]> {
    const rows = await this.#db<FailureRow>('source_failures')
      .where({ entity_ref: entityRef })
      .orderBy('since');
    return rows.map(row => ({
      source: { type: row.source_type, name: row.source_name },
      capability: row.capability,
      kind: row.kind,
      message: row.message,
      since: toIso(row.since),
    }));
  }
}
