import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import catalogModuleMlModels from '@airworthy/plugin-catalog-backend-module-ml-models';
import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { CatalogClient } from '@backstage/catalog-client';
import { stringifyError } from '@backstage/errors';
import catalogPlugin, {
  CATALOG_CONFLICTS_TOPIC,
  CATALOG_ERRORS_TOPIC,
} from '@backstage/plugin-catalog-backend';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { parse } from 'yaml';

const PACKAGE = resolve(__dirname, '../..');

/** What both topics tell; a conflict has no errors. */
interface Failure {
  entity?: string;
  entityRef?: string;
  errors?: Error[];
}

function describeFailure({ entity, entityRef, errors }: Failure): string[] {
  if (!errors) return [`${entityRef} is there twice`];
  return errors.map(error => `${entity}: ${stringifyError(error)}`);
}

interface FileLocation {
  type: 'file';
  target: string;
}

/** The portal's own settings of catalog and maturity, so that they are tried as well. */
function readPortalConfig() {
  const file = resolve(PACKAGE, '../../app-config.yaml');
  const { catalog, mlMaturity } = parse(readFileSync(file, 'utf8'));
  // Files are relative to where the backend starts, a test starts anywhere.
  const fromPackage = (path: string) => resolve(PACKAGE, path);
  const { repository } = mlMaturity;
  return {
    catalog: {
      ...catalog,
      locations: catalog.locations.map((location: FileLocation) => ({
        ...location,
        target: fromPackage(location.target),
      })),
    },
    mlMaturity: {
      ...mlMaturity,
      repository: {
        ...repository,
        localRoots: repository.localRoots.map(fromPackage),
      },
    },
  };
}

/** The real catalog with the locations of the portal's settings, and what a test adds to it. */
export async function startExampleCatalog(
  options: { features?: BackendFeature[] } = {},
) {
  const config = readPortalConfig();
  const failures: string[] = [];

  const failureListener = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'failure-listener',
    register(reg) {
      reg.registerInit({
        deps: { events: eventsServiceRef },
        async init({ events }) {
          await events.subscribe({
            id: 'failure-listener',
            topics: [CATALOG_ERRORS_TOPIC, CATALOG_CONFLICTS_TOPIC],
            async onEvent({ eventPayload }) {
              failures.push(...describeFailure(eventPayload as Failure));
            },
          });
        },
      });
    },
  });

  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      scaffolderEntityModel,
      catalogModuleMlModels,
      failureListener,
      ...(options.features ?? []),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost',
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          ...config,
        },
      }),
    ],
  });

  const address = `http://localhost:${server.port()}`;
  return {
    address,
    files: config.catalog.locations.map(
      (l: FileLocation) => l.target,
    ) as string[],
    /** Processing errors and conflicts so far. */
    failures,
    catalog: new CatalogClient({
      discoveryApi: {
        getBaseUrl: async () => `${address}/api/catalog`,
      },
    }),
  };
}
