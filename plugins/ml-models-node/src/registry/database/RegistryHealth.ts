import { DatabaseService } from '@backstage/backend-plugin-api';
import { RegistryRef } from '@airworthy/plugin-ml-models-common';
import { Knex } from 'knex';
import { toIsoOrUndefined } from '../../database/moments';
import { ProviderRow, RegistryRun, RunRow, runOf } from './RegistryRunStore';
import { registryDatabase } from './registryDatabase';

/** How the provider of one registry is doing. @public */
export interface RegistryProviderHealth {
  provider: string;
  registry: RegistryRef;
  title: string;
  address: string;
  /** Models of it in the catalog. */
  models: number;
  /** Models that could not be read or mapped when they were last tried. */
  refused: number;
  nextFullAt?: string;
  nextIncrementalAt?: string;
  /** Newest first. */
  runs: RegistryRun[];
}

/** A model that could not be read or mapped. @public */
export interface RefusedRegistryModel {
  id: string;
  /** Its entity, which stays as it was. */
  entityRef?: string;
  reason: string;
}

/** What providers of registries noted of their runs, for those who look after a portal. @public */
export class RegistryHealth {
  readonly #db: Knex;

  /** Reads the database of the plugin `catalog`, whose modules the providers are. */
  static async create(database: DatabaseService): Promise<RegistryHealth> {
    return new RegistryHealth(await registryDatabase(database));
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  /** All providers by their name, each with its newest runs. */
  async providers(options: {
    runs: number;
  }): Promise<RegistryProviderHealth[]> {
    const rows = await this.#db<ProviderRow>('ml_registry_providers').orderBy(
      'provider',
    );
    return Promise.all(rows.map(row => this.#provider(row, options.runs)));
  }

  /** Models of a provider that were refused, by their id. */
  async refused(
    provider: string,
    options: { offset: number; limit: number },
  ): Promise<RefusedRegistryModel[]> {
    const rows = await this.#db('ml_registry_models')
      .where({ provider })
      .whereNotNull('problem')
      .orderBy('model_key')
      .offset(options.offset)
      .limit(options.limit)
      .select('model_id', 'entity_ref', 'problem');
    return rows.map(row => ({
      id: row.model_id,
      entityRef: row.entity_ref ?? undefined,
      reason: row.problem,
    }));
  }

  async #provider(
    row: ProviderRow,
    limit: number,
  ): Promise<RegistryProviderHealth> {
    const { provider } = row;
    const ofProvider = () => this.#db('ml_registry_models').where({ provider });
    const count = async (rows: Knex.QueryBuilder) =>
      Number((await rows.count({ count: '*' }))[0].count);
    const runs = await this.#db<RunRow>('ml_registry_runs')
      .where({ provider })
      .orderBy('id', 'desc')
      .limit(limit);
    return {
      provider,
      registry: { type: row.type, instance: row.instance },
      title: row.title,
      address: row.address,
      models: await count(ofProvider().whereNotNull('entity_ref')),
      refused: await count(ofProvider().whereNotNull('problem')),
      nextFullAt: toIsoOrUndefined(row.next_full_at),
      nextIncrementalAt: toIsoOrUndefined(row.next_incremental_at),
      runs: runs.map(runOf),
    };
  }
}
