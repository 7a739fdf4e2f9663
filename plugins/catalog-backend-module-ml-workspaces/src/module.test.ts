import {
  mkdir,
  mkdtemp,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import catalogModuleMlModels from '@airworthy/plugin-catalog-backend-module-ml-models';
import { ML_DEPLOYMENT_WORKSPACE_TOPIC } from '@airworthy/plugin-ml-deployment-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { CatalogClient } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import catalogModuleMlWorkspaces from '.';

jest.setTimeout(60_000);

const model = (name: string, description: string) => `
apiVersion: airworthy.dev/v1alpha1
kind: MlModel
metadata:
  name: ${name}
  description: ${description}
spec:
  type: tabular-classification
  lifecycle: experimental
  owner: group:default/retention
---
apiVersion: airworthy.dev/v1alpha1
kind: MlDeployment
metadata:
  name: ${name}-production
spec:
  type: kserve
  environment: production
  lifecycle: production
  owner: group:default/retention
  model: ${name}
`;

describe('local repositories in the catalog', () => {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const events = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
  });
  let folder: string;
  let root: string;
  let catalog: CatalogClient;

  async function write(repository: string, content: string) {
    await mkdir(join(root, repository, '.git'), { recursive: true });
    await writeFile(join(root, repository, 'catalog-info.yaml'), content);
  }
  const announce = (repository: string) =>
    events.publish({
      topic: ML_DEPLOYMENT_WORKSPACE_TOPIC,
      eventPayload: { repository, commit: '1'.repeat(40) },
    });
  async function until<T>(
    ask: () => Promise<T>,
    wanted: (answer: T) => boolean,
    seconds = 15,
  ): Promise<T> {
    const end = Date.now() + seconds * 1_000;
    for (;;) {
      const answer = await ask();
      if (wanted(answer)) return answer;
      if (Date.now() > end) throw new Error(`Is ${JSON.stringify(answer)}`);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
  const entity = (ref: string, wanted: (found: Entity) => boolean = Boolean) =>
    until(
      () => catalog.getEntityByRef(ref),
      found => Boolean(found && wanted(found)),
    ) as Promise<Entity>;
  const warnings = () => logger.warn.mock.calls.map(([message]) => message);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workspaces-'));
    root = join(folder, 'root');
    await mkdir(root);
    await write('churn', model('churn', 'Who will leave.'));
    await write('Price', model('price', 'No name of a repository.'));
    await mkdir(join(root, 'no-git'));
    await writeFile(join(root, 'no-git/catalog-info.yaml'), model('a', 'A.'));
    await mkdir(join(root, 'no-entities/.git'), { recursive: true });
    await writeFile(join(folder, 'secret.yaml'), model('secret', 'Elsewhere.'));
    await mkdir(join(root, 'linked-file/.git'), { recursive: true });
    await symlink(
      '../../secret.yaml',
      join(root, 'linked-file/catalog-info.yaml'),
    );
    await symlink('churn', join(root, 'alias'));
    await mkdir(join(root, 'worktree'));
    await writeFile(join(root, 'worktree/.git'), 'gitdir: /elsewhere');
    await writeFile(join(root, 'worktree/catalog-info.yaml'), model('b', 'B.'));

    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMlModels,
        catalogModuleMlWorkspaces,
        logger.factory,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost',
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            catalog: { rules: [{ allow: ['MlModel', 'MlDeployment'] }] },
            mlDeployment: { workspaces: { root } },
          },
        }),
      ],
    });
    catalog = new CatalogClient({
      discoveryApi: {
        getBaseUrl: async () => `http://localhost:${server.port()}/api/catalog`,
      },
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are read at the start, with models and deployments', async () => {
    const churn = await entity('mlmodel:churn');
    expect(churn.metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location': `file:${root}/churn/catalog-info.yaml`,
      'backstage.io/managed-by-origin-location': `file:${root}/churn/catalog-info.yaml`,
    });
    await entity('mldeployment:churn-production');
    expect(await entity('location:ml-workspace-churn')).toMatchObject({
      spec: { type: 'file', target: `${root}/churn/catalog-info.yaml` },
    });
  });

  it('are only those that are repositories, and no links', async () => {
    const { items } = await catalog.getEntities({
      filter: { kind: ['Location', 'MlModel'] },
    });
    expect(items.map(item => item.metadata.name).sort()).toEqual([
      'churn',
      'ml-workspace-churn',
    ]);
    expect(warnings().sort()).toEqual([
      'Folder Price was passed over: its name is none of a repository',
      'Folder alias was passed over: it is a link',
      'Folder linked-file was passed over: its catalog-info.yaml is not a file',
      'Folder worktree was passed over: its .git is not a folder',
    ]);
  });

  it('appear within seconds once they are announced, also with a long name', async () => {
    const name = 'a'.repeat(63);
    await write(name, model('fraud', 'Who cheats.'));
    await announce(name);
    expect((await entity('mlmodel:fraud')).spec?.lifecycle).toBeDefined();
    await entity(`location:ml-workspace-${'a'.repeat(41)}-7d3e74a0`);
  });

  it('are read again within seconds once a change is announced', async () => {
    await write('churn', model('churn', 'Who will leave, anew.'));
    await announce('churn');
    const anew = await entity(
      'mlmodel:churn',
      ({ metadata }) => metadata.description !== 'Who will leave.',
    );
    expect(anew.metadata.description).toBe('Who will leave, anew.');
  });

  it('stay where the folder cannot be read or is empty, and go where they are removed', async () => {
    const count = async () =>
      (await catalog.getEntities({ filter: { kind: 'MlModel' } })).items.length;
    await rename(root, `${root}-away`);
    await announce('churn');
    await mkdir(root);
    await announce('churn');
    await new Promise(resolve => setTimeout(resolve, 2_500));
    expect(await count()).toBe(2);

    await rm(root, { recursive: true });
    await rename(`${root}-away`, root);
    await rm(join(root, 'a'.repeat(63)), { recursive: true });
    await announce('churn');
    await until(count, found => found === 1);
  });
});
