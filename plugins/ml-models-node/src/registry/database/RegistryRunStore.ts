import { RegistryRef } from '@airworthy/plugin-ml-models-common';
import { Knex } from 'knex';
import { toIso, toIsoOrUndefined } from '../../database/moments';
import { plainText } from '../../database/plainText';

// Runs of a provider that are kept.
const KEPT_RUNS = 100;

/** Which part of a registry a run looked at. @public */
export type RegistryRunKind = 'full' | 'incremental';

/**
 * How a run went; `kept` is one that read all but removed nothing since a
 * guard forbade it, `interrupted` one that never came to its end.
 *
 * @public
 */
export type RegistryRunStatus =
  | 'running'
  | 'succeeded'
  | 'kept'
  | 'failed'
  | 'cancelled'
  | 'interrupted';

/** What a run counted, in models. @public */
export interface RegistryRunCounts {
  seen: number;
  /** Written to the catalog. */
  changed: number;
  removed: number;
  /** Could not be read or mapped. */
  refused: number;
  /** Not listed any more, but still in the catalog. */
  missing: number;
}

/** One run of a provider. @public */
export interface RegistryRun extends RegistryRunCounts {
  id: number;
  kind: RegistryRunKind;
  status: RegistryRunStatus;
  startedAt: string;
  finishedAt?: string;
  message?: string;
}

/** @internal */
export interface RunRow extends RegistryRunCounts {
  id: number;
  provider: string;
  kind: RegistryRunKind;
  status: RegistryRunStatus;
  started_at: Date | string | number;
  finished_at: Date | string | number | null;
  message: string | null;
}

/** @internal */
export interface ProviderRow {
  provider: string;
  type: string;
  instance: string;
  title: string;
  address: string;
  watermark: number | string | null;
  next_full_at: Date | string | number | null;
  next_incremental_at: Date | string | number | null;
}

const RUNS = 'ml_registry_runs';
const PROVIDERS = 'ml_registry_providers';

/** @internal */
export function runOf(row: RunRow): RegistryRun {
  const { seen, changed, removed, refused, missing } = row;
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    startedAt: toIso(row.started_at),
    finishedAt: toIsoOrUndefined(row.finished_at),
    seen,
    changed,
    removed,
    refused,
    missing,
    message: row.message ?? undefined,
  };
}

/** Runs of one provider, and how far it came. */
export class RegistryRunStore {
  readonly #db: Knex;
  readonly #provider: string;

  constructor(db: Knex, provider: string) {
    this.#db = db;
    this.#provider = provider;
  }

  /** Notes the provider as it is configured now. */
  async register(about: {
    registry: RegistryRef;
    title: string;
    address: string;
  }): Promise<void> {
    await this.#db<ProviderRow>(PROVIDERS)
      .insert({
        provider: this.#provider,
        ...about.registry,
        title: about.title,
        address: about.address,
      })
      .onConflict('provider')
      .merge(['title', 'address']);
  }

  /** Notes that a run started; its number is higher than that of each before it. */
  async start(kind: RegistryRunKind, now: Date): Promise<number> {
    return this.#db.transaction(async tx => {
      await tx<RunRow>(RUNS)
        .where({ provider: this.#provider, kind, status: 'running' })
        .update({ status: 'interrupted' });
      const [{ id }] = await tx<RunRow>(RUNS)
        .insert({
          provider: this.#provider,
          kind,
          status: 'running',
          started_at: now,
        })
        .returning('id');
      await tx<RunRow>(RUNS)
        .where({ provider: this.#provider })
        .andWhere(
          'id',
          '<=',
          tx<RunRow>(RUNS)
            .where({ provider: this.#provider })
            .orderBy('id', 'desc')
            .offset(KEPT_RUNS)
            .limit(1)
            .select('id'),
        )
        .delete();
      return id;
    });
  }

  async progress(run: number, counts: RegistryRunCounts): Promise<void> {
    await this.#db<RunRow>(RUNS).where({ id: run }).update(counts);
  }

  async finish(
    run: number,
    result: {
      status: RegistryRunStatus;
      counts: RegistryRunCounts;
      message?: string;
      now: Date;
    },
  ): Promise<void> {
    await this.#db<RunRow>(RUNS)
      .where({ id: run })
      .update({
        status: result.status,
        ...result.counts,
        finished_at: result.now,
        message: plainText(result.message),
      });
  }

  /** When the next run of a kind is due, where that can be told. */
  async setNext(kind: RegistryRunKind, at: Date | undefined): Promise<void> {
    const column = kind === 'full' ? 'next_full_at' : 'next_incremental_at';
    await this.#db<ProviderRow>(PROVIDERS)
      .where({ provider: this.#provider })
      .update({ [column]: at ?? null });
  }

  /** The newest change of the registry that a run has seen to the end. */
  async watermark(): Promise<number | undefined> {
    const row = await this.#db<ProviderRow>(PROVIDERS)
      .where({ provider: this.#provider })
      .first('watermark');
    return row?.watermark ? Number(row.watermark) : undefined;
  }

  async setWatermark(watermark: number): Promise<void> {
    await this.#db<ProviderRow>(PROVIDERS)
      .where({ provider: this.#provider })
      .update({ watermark });
  }

  /** The newest runs, newest first. */
  async runs(limit: number): Promise<RegistryRun[]> {
    const rows = await this.#db<RunRow>(RUNS)
      .where({ provider: this.#provider })
      .orderBy('id', 'desc')
      .limit(limit);
    return rows.map(runOf);
  }
}
