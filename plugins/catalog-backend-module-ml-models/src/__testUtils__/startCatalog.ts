import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { CatalogClient } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import { stringify } from 'yaml';
import catalogModuleMlModels from '..';

const WAIT_MS = 30_000;
const KINDS = [
  'Group',
  'System',
  'Resource',
  'Component',
  'MlModel',
  'MlDeployment',
];

/** Serves one file of entities, as a code host would. */
async function serveFile(files: Record<string, string>) {
  const server = createServer((req, res) => {
    const content = files[req.url ?? ''];
    res.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return { host, close: () => server.close() };
}

/** A real catalog backend that reads a file of entities, for tests. */
export async function startCatalog() {
  const files: Record<string, string> = {};
  const codeHost = await serveFile(files);
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleMlModels,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost',
            database: { client: 'better-sqlite3', connection: ':memory:' },
            reading: { allow: [{ host: codeHost.host }] },
          },
          catalog: {
            processingInterval: { seconds: 1 },
            rules: [{ allow: KINDS }],
          },
        },
      }),
    ],
  });
  const baseUrl = `http://localhost:${server.port()}/api/catalog`;
  const catalog = new CatalogClient({
    discoveryApi: { getBaseUrl: async () => baseUrl },
  });

  return {
    catalog,
    locationOf: (file: string) => ({
      type: 'url',
      target: `http://${codeHost.host}/${file}`,
    }),

    /** Writes `catalog-info.yaml`, and other files as they are. */
    write(entities: object[], others: Record<string, string> = {}) {
      Object.assign(files, others, {
        '/catalog-info.yaml': entities.map(e => stringify(e)).join('---\n'),
      });
    },

    /** The entity once it is as wanted; throws with its last state where it never is. */
    async until(
      ref: string,
      wanted: (entity: Entity | undefined) => boolean,
    ): Promise<Entity> {
      const deadline = Date.now() + WAIT_MS;
      let entity: Entity | undefined;
      while (Date.now() < deadline) {
        entity = await catalog.getEntityByRef(ref);
        if (wanted(entity)) return entity!;
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      throw new Error(`${ref} is still ${JSON.stringify(entity, null, 1)}`);
    },

    /** What `POST /validate-entity` complains of; nothing for a valid entity. */
    async validate(entity: object | string): Promise<string[]> {
      const json = typeof entity === 'string' ? entity : JSON.stringify(entity);
      const response = await request(baseUrl)
        .post('/validate-entity')
        .set('content-type', 'application/json')
        .send(`{"location":"url:https://example.com/a","entity":${json}}`);
      if (response.status === 200) return [];
      return (response.body.errors ?? [response.body.error]).map(
        (e: Error) => e.message,
      );
    },

    close: () => codeHost.close(),
  };
}
