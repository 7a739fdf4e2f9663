import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { registryMappingSchema } from '@airworthy/plugin-ml-models-common';
import { Knex } from 'knex';
import { RegistryModelStore } from '../database/RegistryModelStore';
import {
  RegistryRunKind,
  RegistryRunStore,
} from '../database/RegistryRunStore';
import { registryDatabase } from '../database/registryDatabase';
import { RegistryRunner } from '../RegistryRunner';
import { RegistrySource } from '../RegistrySource';
import { RegistryRemovalConfig } from '../config/types';

/** A catalog that does with deltas what the real one does. */
export class FakeCatalog {
  readonly entities = new Map<string, Entity>();
  readonly batches: number[] = [];
  /** Entities written since it was last looked at. */
  written: string[] = [];
  removed: string[] = [];
  onMutation: () => void | Promise<void> = () => {};

  async applyMutation(mutation: EntityProviderMutation): Promise<void> {
    if (mutation.type !== 'delta') throw new Error('not a delta');
    await this.onMutation();
    this.batches.push(mutation.added.length + mutation.removed.length);
    for (const { entity } of mutation.added) {
      this.entities.set(stringifyEntityRef(entity), entity);
      this.written.push(stringifyEntityRef(entity));
    }
    for (const gone of mutation.removed) {
      const ref = 'entityRef' in gone ? gone.entityRef : '';
      this.entities.delete(ref);
      this.removed.push(ref);
    }
  }

  async refresh(): Promise<void> {}

  /** What was written and removed since the last call. */
  changes() {
    const { written, removed } = this;
    this.written = [];
    this.removed = [];
    return { written: written.sort(), removed: removed.sort() };
  }
}

/** A provider of a registry with its database, for tests. */
export async function startRegistry(
  knex: Knex,
  source: RegistrySource,
  options: {
    catalog?: FakeCatalog;
    mapping?: object;
    removal?: Partial<RegistryRemovalConfig>;
  } = {},
) {
  const db = await registryDatabase(mockServices.database({ knex }));
  const provider = `ml-registry:${source.registry.type}:${source.registry.instance}`;
  const catalog = options.catalog ?? new FakeCatalog();
  const runs = new RegistryRunStore(db, provider);
  const clock = { now: new Date('2026-03-01T12:00:00Z') };
  await runs.register(source);
  const runner = new RegistryRunner({
    provider,
    source,
    config: {
      mapping: registryMappingSchema.parse({
        owner: 'group:default/team',
        ...options.mapping,
      }),
      refreshAfterMs: 7 * 24 * 3_600_000,
      removal: {
        graceMs: 24 * 3_600_000,
        rejectEmptySourceCollections: true,
        rejectRemovalsAbovePercentage: 50,
        ...options.removal,
      },
    },
    connection: catalog,
    models: new RegistryModelStore(db, provider),
    runs,
    logger: mockServices.logger.mock(),
    now: () => clock.now,
  });
  return {
    catalog,
    clock,
    later: (hours: number) => {
      clock.now = new Date(clock.now.getTime() + hours * 3_600_000);
    },
    /** Runs, and gives the run's record. */
    run: async (
      kind: RegistryRunKind = 'full',
      signal: AbortSignal = new AbortController().signal,
    ) => {
      await runner.run(kind, signal);
      const [{ id, startedAt, finishedAt, kind: _, ...record }] =
        await runs.runs(1);
      return JSON.parse(JSON.stringify(record));
    },
  };
}
