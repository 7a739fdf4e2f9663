import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { RegistryProviderConfig } from './config/types';
import { RegistryModelStore } from './database/RegistryModelStore';
import {
  RegistryRunKind,
  RegistryRunStatus,
  RegistryRunStore,
} from './database/RegistryRunStore';
import { RegistrySource } from './RegistrySource';
import { RegistrySync, SyncProgress } from './sync/RegistrySync';
import { removeMissing } from './sync/removeMissing';
import { whyNotRemove } from './sync/removalVerdict';

export interface RegistryRunnerOptions {
  provider: string;
  source: RegistrySource;
  config: Pick<
    RegistryProviderConfig,
    'mapping' | 'removal' | 'refreshAfterMs'
  >;
  connection: EntityProviderConnection;
  models: RegistryModelStore;
  runs: RegistryRunStore;
  logger: LoggerService;
  now?: () => Date;
}

interface Outcome {
  status: RegistryRunStatus;
  message?: string;
}

/** Runs of one provider, each with its record. */
export class RegistryRunner {
  readonly #options: RegistryRunnerOptions;
  readonly #sync: RegistrySync;
  readonly #now: () => Date;

  constructor(options: RegistryRunnerOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#sync = new RegistrySync({
      provider: options.provider,
      source: options.source,
      store: options.models,
      connection: options.connection,
      rules: options.config.mapping,
      refreshAfterMs: options.config.refreshAfterMs,
      now: this.#now,
    });
  }

  /** One run; a failure is recorded and not thrown. */
  async run(kind: RegistryRunKind, signal: AbortSignal): Promise<void> {
    const { runs, logger, source } = this.#options;
    const progress: SyncProgress = {
      run: await runs.start(kind, this.#now()),
      counts: { seen: 0, changed: 0, removed: 0, refused: 0, missing: 0 },
      nameless: 0,
    };
    const { status, message } = await this.#outcome(kind, progress, signal);
    const { counts } = progress;
    await runs.finish(progress.run, {
      status,
      counts,
      message,
      now: this.#now(),
    });

    const figures = `${counts.seen} models seen, ${counts.changed} changed, ${counts.removed} removed, ${counts.refused} refused`;
    if (status === 'succeeded') {
      logger.debug(`${source.title}: ${kind} run: ${figures}`);
    } else {
      logger.warn(
        `${source.title}: ${kind} run ${status}: ${message} (${figures})`,
      );
    }
  }

  async #outcome(
    kind: RegistryRunKind,
    progress: SyncProgress,
    signal: AbortSignal,
  ): Promise<Outcome> {
    try {
      return kind === 'full'
        ? await this.#full(progress, signal)
        : await this.#incremental(progress, signal);
    } catch (error) {
      if (signal.aborted) {
        return {
          status: 'cancelled',
          message: 'it was told to stop, or took longer than its timeout',
        };
      }
      return { status: 'failed', message: toError(error).message };
    }
  }

  async #full(progress: SyncProgress, signal: AbortSignal): Promise<Outcome> {
    const { source, models, runs, connection, config } = this.#options;
    const { run, counts } = progress;
    const before = (await models.count(run)).known;
    const newest = await this.#pages(source.list(signal), progress, signal);
    const watermark = await runs.watermark();
    if (newest !== undefined && newest > (watermark ?? -Infinity)) {
      await runs.setWatermark(newest);
    }

    const { missing } = await models.count(run);
    counts.missing = missing;
    const forbidden = whyNotRemove(
      {
        seen: counts.seen,
        known: before,
        missing,
        nameless: progress.nameless,
      },
      config.removal,
    );
    if (forbidden) {
      return { status: 'kept', message: `nothing was removed: ${forbidden}` };
    }
    const now = this.#now();
    await models.markMissing(run, now);
    counts.removed = await removeMissing(
      {
        run,
        source,
        store: models,
        connection,
        since: new Date(now.getTime() - config.removal.graceMs),
      },
      signal,
    );
    counts.missing = (await models.count(run)).missing;
    return { status: 'succeeded' };
  }

  async #incremental(
    progress: SyncProgress,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { source, runs } = this.#options;
    const since = await runs.watermark();
    // The first sweep says where to begin.
    if (since === undefined) return { status: 'succeeded' };
    const newest = await this.#pages(
      source.listChanged!(since, signal),
      progress,
      signal,
    );
    if (newest !== undefined && newest > since) await runs.setWatermark(newest);
    return { status: 'succeeded' };
  }

  /** Goes through all pages; the newest change among them, by the registry's clock. */
  async #pages(
    pages: ReturnType<RegistrySource['list']>,
    progress: SyncProgress,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    let newest: number | undefined;
    for await (const page of pages) {
      signal.throwIfAborted();
      await this.#sync.page(page, progress, signal);
      await this.#options.runs.progress(progress.run, progress.counts);
      for (const { updatedAt } of page.models) {
        if (updatedAt !== undefined && updatedAt > (newest ?? -Infinity)) {
          newest = updatedAt;
        }
      }
    }
    return newest;
  }
}
