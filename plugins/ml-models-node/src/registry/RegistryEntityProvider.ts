import {
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { registryKey } from '@airworthy/plugin-ml-models-common';
import { RegistryProviderConfig } from './config/types';
import { RegistryModelStore } from './database/RegistryModelStore';
import { RegistryRunKind, RegistryRunStore } from './database/RegistryRunStore';
import { registryDatabase } from './database/registryDatabase';
import { nextRun } from './nextRun';
import { RegistryRunner } from './RegistryRunner';
import { RegistrySource } from './RegistrySource';

/** What a provider of one registry is made of. @public */
export interface RegistryEntityProviderOptions {
  source: RegistrySource;
  config: RegistryProviderConfig;
  logger: LoggerService;
  scheduler: SchedulerService;
  database: DatabaseService;
}

/**
 * Keeps the models of one registry in the catalog: a sweep over all of them,
 * and looks at what changed between sweeps where the registry can tell.
 *
 * @public
 */
export class RegistryEntityProvider implements EntityProvider {
  readonly #options: RegistryEntityProviderOptions;

  static create(
    options: RegistryEntityProviderOptions,
  ): RegistryEntityProvider {
    return new RegistryEntityProvider(options);
  }

  private constructor(options: RegistryEntityProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return registryProviderName(this.#options.source.registry);
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { source, config, database, logger } = this.#options;
    const provider = this.getProviderName();
    const db = await registryDatabase(database);
    const runs = new RegistryRunStore(db, provider);
    await runs.register(source);
    const runner = new RegistryRunner({
      provider,
      source,
      config,
      connection,
      models: new RegistryModelStore(db, provider),
      runs,
      logger: logger.child({ provider }),
    });
    await this.#schedule('full', runner, runs);
    if (source.listChanged && config.incrementalSchedule) {
      await this.#schedule('incremental', runner, runs);
    }
  }

  async #schedule(
    kind: RegistryRunKind,
    runner: RegistryRunner,
    runs: RegistryRunStore,
  ): Promise<void> {
    const { config, scheduler, logger, source } = this.#options;
    const schedule =
      kind === 'full' ? config.schedule : config.incrementalSchedule!;
    await scheduler.scheduleTask({
      ...schedule,
      id: registryTaskId(source.registry, kind),
      scope: 'global',
      fn: async signal => {
        try {
          await runs.setNext(kind, nextRun(schedule, new Date()));
          await runner.run(kind, signal);
        } catch (error) {
          // The scheduler would log the same with a stack, and go on as well.
          logger.error(`${source.title}: ${toError(error).message}`);
        }
      },
    });
  }
}

/** Name of the provider of a registry, which the catalog's rows carry: it never changes. @public */
export function registryProviderName(
  registry: RegistrySource['registry'],
): string {
  return `ml-registry:${registryKey(registry)}`;
}

/** Id of the scheduler's task for a kind of run. @public */
export function registryTaskId(
  { type, instance }: RegistrySource['registry'],
  kind: RegistryRunKind,
): string {
  return `ml-registry-${type}-${instance}-${kind}`;
}
