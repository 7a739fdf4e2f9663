import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { CatalogClient } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleMlModels from '@airworthy/plugin-catalog-backend-module-ml-models';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import catalogModuleMlflow from '..';

const WAIT_MS = 30_000;

/** A real catalog backend with the providers of a config, whose tasks run when the test says so. */
export async function startPortal(mlflow: JsonObject | undefined, knex: Knex) {
  const tasks = new Map<
    string,
    (signal: AbortSignal) => Promise<void> | void
  >();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleMlModels,
      catalogModuleMlflow,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () =>
          mockServices.scheduler.mock({
            scheduleTask: async ({ id, fn }) => {
              tasks.set(id, fn);
            },
          }),
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => mockServices.database({ knex }),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          catalog: {
            processingInterval: { seconds: 1 },
            ...(mlflow && { providers: { mlflow } }),
          },
        },
      }),
    ],
  });
  const catalog = new CatalogClient({
    discoveryApi: {
      getBaseUrl: async () =>
        `http://localhost:${backend.server.port()}/api/catalog`,
    },
  });
  return {
    tasks,
    stop: () => backend.stop(),
    run: async (id: string) => tasks.get(id)!(new AbortController().signal),

    models: async () =>
      (await catalog.getEntities({ filter: { kind: 'MlModel' } })).items.map(
        entity => entity.metadata.name,
      ),

    /** The entity once it is as wanted; throws with its last state where it never is. */
    async until(
      ref: string,
      wanted: (entity: Entity | undefined) => boolean,
    ): Promise<Entity | undefined> {
      const deadline = Date.now() + WAIT_MS;
      let entity: Entity | undefined;
      while (Date.now() < deadline) {
        entity = await catalog.getEntityByRef(ref);
        if (wanted(entity)) return entity;
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      throw new Error(`${ref} is still ${JSON.stringify(entity, null, 1)}`);
    },
  };
}
