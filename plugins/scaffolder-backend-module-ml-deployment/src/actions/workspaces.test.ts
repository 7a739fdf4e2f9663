import { ML_DEPLOYMENT_WORKSPACE_TOPIC } from '@airworthy/plugin-ml-deployment-node';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import git from 'isomorphic-git';
import fs from 'node:fs';
import { runAction } from '../__testUtils__/runAction';
import { provideRepositories } from '../repositories/provideRepositories';
import { createCatalogInfoAction } from './catalogInfo';
import { createWorkspaceFetchAction } from './workspaceFetch';
import { createWorkspacePublishAction } from './workspacePublish';

const entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'churn' },
  spec: {
    type: 'tabular-classification',
    lifecycle: 'experimental',
    owner: 'group:default/retention',
  },
};

const user: ActionContext<{}>['user'] = {
  ref: 'user:default/ada',
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'ada' },
    spec: { profile: { displayName: 'Ada <L>', email: 'ada@example.com' } },
  },
};

describe('actions on local repositories', () => {
  const folder = createMockDirectory();
  const events = mockServices.events.mock();
  const config = new ConfigReader({
    mlDeployment: { workspaces: { root: folder.resolve('root') } },
  });
  const repositories = provideRepositories(config);
  const taken = {
    ...entity,
    metadata: {
      name: 'taken',
      annotations: {
        'backstage.io/managed-by-origin-location': 'url:https://example.com/a',
      },
    },
  };
  const own = {
    ...entity,
    metadata: {
      name: 'churn',
      annotations: {
        'backstage.io/managed-by-origin-location': `file:${folder.resolve(
          'root/churn/catalog-info.yaml',
        )}`,
      },
    },
  };
  const publish = createWorkspacePublishAction({
    patienceMs: 0,
    catalog: catalogServiceMock({ entities: [taken, own] }),
    config,
    events,
    repositories,
  });
  const fetch = createWorkspaceFetchAction({ repositories });
  const options = { workspacePath: folder.resolve('task'), user };
  const dir = folder.resolve('root/churn');

  beforeEach(async () => {
    jest.clearAllMocks();
    folder.setContent({
      root: {},
      outside: { secret: 's' },
      task: {
        '.git': { config: 'of the step before' },
        'train.py': 'print(1)\n',
        manifests: { 'a.yaml': 'kind: A\n' },
      },
    });
    await runAction(createCatalogInfoAction(), { entities: [entity] }, options);
  });

  it('publish, fetch, change and publish again', async () => {
    const made = await runAction(
      publish,
      { repository: 'churn', mode: 'create', message: 'Begin' },
      options,
    );
    expect(made).toEqual({
      repository: 'churn',
      path: dir,
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      files: ['catalog-info.yaml', 'manifests/a.yaml', 'train.py'],
      entityRefs: ['mlmodel:default/churn'],
    });
    expect(events.publish).toHaveBeenCalledWith({
      topic: ML_DEPLOYMENT_WORKSPACE_TOPIC,
      eventPayload: { repository: 'churn', commit: made.commit },
    });
    const [{ commit }] = await git.log({ fs, dir });
    expect(commit.author).toMatchObject({
      name: 'Ada L',
      email: 'ada@example.com',
    });

    folder.addContent({ next: {} });
    const next = { ...options, workspacePath: folder.resolve('next') };
    const fetched = await runAction(
      fetch,
      { repository: 'churn', targetPath: 'repo' },
      next,
    );
    expect(fetched).toEqual({ exists: true, commit: made.commit });
    expect(Object.keys(folder.content({ path: 'next/repo' })!).sort()).toEqual([
      'catalog-info.yaml',
      'manifests',
      'train.py',
    ]);
    const described = await runAction(
      createCatalogInfoAction(),
      {
        path: 'repo/catalog-info.yaml',
        entities: [{ ...entity, spec: { lifecycle: 'production' } }],
      },
      next,
    );
    expect(described).toEqual({
      path: 'repo/catalog-info.yaml',
      added: [],
      updated: ['mlmodel:default/churn'],
      entityRefs: ['mlmodel:default/churn'],
    });
    const changed = await runAction(
      publish,
      {
        repository: 'churn',
        sourcePath: 'repo',
        mode: 'update',
        expectedCommit: fetched.commit,
        message: 'Say that it is in production',
      },
      next,
    );
    expect(changed.files).toEqual(['catalog-info.yaml']);
    expect(await git.log({ fs, dir })).toHaveLength(2);
  });

  it('tell of a repository that is not there, as an error or not', async () => {
    await expect(
      runAction(fetch, { repository: 'gone' }, options),
    ).rejects.toThrow('repository: expected one that exists, was gone');
    expect(
      await runAction(fetch, { repository: 'gone', optional: true }, options),
    ).toEqual({ exists: false, commit: '' });
  });

  it('publish once for a task that is tried again', async () => {
    const input = { repository: 'churn', mode: 'create', message: 'Begin' };
    const first = await runAction(publish, input, options);
    // Interrupted before the checkpoint was kept.
    expect(await runAction(publish, input, options)).toEqual(first);
    // And after it.
    const checkpoints = new Map();
    const again = { ...options, checkpoints };
    await runAction(publish, input, again);
    expect(await runAction(publish, input, again)).toEqual(first);
    expect(await git.log({ fs, dir })).toHaveLength(1);
  });

  it('write nothing outside the workspace in a dry run', async () => {
    const input = { repository: 'churn', mode: 'create', message: 'Begin' };
    expect(
      await runAction(publish, input, { ...options, isDryRun: true }),
    ).toEqual({
      repository: 'churn',
      path: dir,
      commit: '',
      files: ['catalog-info.yaml', 'manifests/a.yaml', 'train.py'],
      entityRefs: ['mlmodel:default/churn'],
    });
    expect(folder.content({ path: 'root' })).toEqual({});
    expect(events.publish).not.toHaveBeenCalled();
  });

  it.each([
    [
      'a link',
      { out: ({ symlink }: any) => symlink('../outside/secret') },
      'out: expected a file, was a symbolic link',
    ],
    [
      'a linked folder',
      { out: ({ symlink }: any) => symlink('../outside') },
      'out: expected a file, was a symbolic link',
    ],
    [
      'another repository',
      { lib: { '.GIT': { config: '' } } },
      'lib/.GIT: expected nothing that belongs to another git repository',
    ],
    [
      'a file that is too large',
      { big: Buffer.alloc(5_000_001) },
      'big: expected at most 5000000 bytes, was 5000001',
    ],
    [
      'entities that the catalog would refuse',
      {
        'catalog-info.yaml':
          'apiVersion: airworthy.dev/v1alpha1\nkind: MlModel\nmetadata: {name: a}\nspec: {owner: 1}\n',
      },
      'catalog-info.yaml: document 1: /spec/',
    ],
    [
      'an entity that is from elsewhere',
      {
        'catalog-info.yaml': `${JSON.stringify({
          ...entity,
          metadata: { name: 'taken' },
        })}\n`,
      },
      'mlmodel:default/taken: expected an entity that is not in the catalog yet, was one from url:https://example.com/a. Choose another name',
    ],
    ...[
      '../price/catalog-info.yaml',
      '/etc/a.yaml',
      './a/../../b.yaml',
      'C:\\a',
    ].map((target): [string, object, string] => [
      `a location at ${target}`,
      {
        'catalog-info.yaml': JSON.stringify({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Location',
          metadata: { name: 'a' },
          spec: { targets: ['./manifests/a.yaml', target] },
        }),
      },
      `catalog-info.yaml: document 1: /spec/target: expected a path within the repository, was ${JSON.stringify(
        target,
      )}`,
    ]),
    [
      'what is no YAML',
      { 'catalog-info.yaml': 'a: [' },
      'catalog-info.yaml: document 1: expected YAML',
    ],
    [
      'no entities',
      { 'catalog-info.yaml': '# none\n' },
      'catalog-info.yaml: expected entities, was empty',
    ],
  ])('refuse %s, and write nothing', async (_, content, message) => {
    folder.addContent({ task: content as {} });
    await expect(
      runAction(
        publish,
        { repository: 'churn', mode: 'create', message: 'Begin' },
        options,
      ),
    ).rejects.toThrow(message);
    expect(folder.content({ path: 'root' })).toEqual({});
  });

  it.each([
    [
      { repository: '../x' },
      'repository: expected lower-case letters, digits and dashes, at most 63, was "../x"',
    ],
    [
      { sourcePath: '../outside' },
      'sourcePath: expected a path within the workspace, was "../outside"',
    ],
    [
      { branch: 'a/../../b' },
      'branch: expected the name of a branch, such as `main`, was "a/../../b"',
    ],
    [{ branch: '-f' }, 'branch: expected the name of a branch'],
    [
      { expectedCommit: 'HEAD' },
      'expectedCommit: expected the 40 digits of a commit, or an empty text, was "HEAD"',
    ],
    [{ message: ' ' }, 'message: '],
    [{ mode: 'force' }, 'mode: '],
  ])('refuse %j', async (input, message) => {
    await expect(
      runAction(
        publish,
        { repository: 'churn', mode: 'create', message: 'Begin', ...input },
        options,
      ),
    ).rejects.toThrow(message);
    expect(folder.content({ path: 'root' })).toEqual({});
  });

  it('say that they are off where no folder is configured', async () => {
    const off = createWorkspaceFetchAction({
      repositories: provideRepositories(new ConfigReader({})),
    });
    await expect(
      runAction(off, { repository: 'churn' }, options),
    ).rejects.toThrow(
      'Local repositories are off: expected a folder in app-config at mlDeployment.workspaces.root, was nothing',
    );
  });
});
