import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { LocalRepositoryReader } from './LocalRepositoryReader';
import { UrlRepositoryReader } from './UrlRepositoryReader';
import { splitTarget } from './splitTarget';

const signal = new AbortController().signal;
const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com' }],
      gitlab: [{ host: 'gitlab.com' }],
      azure: [{ host: 'dev.azure.com' }],
    },
  }),
);

describe('splitTarget', () => {
  it.each([
    ['https://github.com/o/r/tree/main/', undefined],
    ['https://github.com/o/r/tree/main', undefined],
    ['https://github.com/o/r/tree/main/models/delay/', 'models/delay'],
    ['https://gitlab.com/g/sub/r/-/tree/main/models/delay', 'models/delay'],
    ['https://dev.azure.com/o/p/_git/r?path=/models/delay', 'models/delay'],
  ])('finds the folder of %s', (target, folder) => {
    expect(splitTarget(integrations, target).folder).toBe(folder);
  });

  it('reads what it cannot take apart as it is', () => {
    expect(splitTarget(integrations, 'no address')).toEqual({
      root: 'no address',
    });
  });
});

describe('UrlRepositoryReader', () => {
  const target = 'https://github.com/o/r/tree/main/models/delay/';
  function create(options: { retries?: number; perMinute?: number } = {}) {
    const reader = mockServices.urlReader.mock();
    return {
      reader,
      repository: new UrlRepositoryReader({
        reader,
        integrations,
        concurrency: 2,
        perMinute: 100,
        retries: 1,
        ...options,
      }),
    };
  }
  const tree = (contents: Record<string, string>) =>
    (async (_: string, options: any) => ({
      etag: 'e1',
      files: async () =>
        Object.entries(contents)
          .filter(([path, text]) =>
            options?.filter(path, { size: text.length }),
          )
          .map(([path, text]) => ({
            path,
            content: async () => Buffer.from(text),
          })),
    })) as any;

  it('reads the root, unpacks only what is read, and knows all paths', async () => {
    const { reader, repository } = create();
    reader.readTree.mockImplementation(
      tree({
        '.gitlab-ci.yml': 'script: pytest',
        'models/delay/train.py': 'secret',
        'requirements.txt': 'x'.repeat(300_000),
      }),
    );
    const answer = await repository.read(target, { signal });
    expect(reader.readTree.mock.calls[0][0]).toBe(
      'https://github.com/o/r/tree/main/',
    );
    expect(answer).toEqual({
      state: 'read',
      etag: 'e1',
      folder: 'models/delay',
      files: [
        { path: '.gitlab-ci.yml', text: 'script: pytest' },
        { path: 'models/delay/train.py', text: undefined },
        { path: 'requirements.txt', text: undefined },
      ],
    });
  });

  it('reads a repository once for all that live in it', async () => {
    const { reader, repository } = create();
    reader.readTree.mockImplementation(tree({}));
    await Promise.all(
      ['a', 'b', 'c'].map(folder =>
        repository.read(`https://github.com/o/r/tree/main/${folder}`, {
          signal,
        }),
      ),
    );
    expect(reader.readTree).toHaveBeenCalledTimes(1);
  });

  it('says that nothing changed, tries again after a fault, and not after a refusal', async () => {
    const { reader, repository } = create();
    reader.readTree.mockRejectedValueOnce(new NotModifiedError());
    expect(await repository.read(target, { etag: 'e1', signal })).toEqual({
      state: 'unchanged',
    });
    reader.readTree
      .mockRejectedValueOnce(new Error('500 Internal Server Error'))
      .mockImplementationOnce(tree({}));
    expect(await repository.read(target, { signal })).toMatchObject({
      state: 'read',
    });
    expect(reader.readTree).toHaveBeenCalledTimes(3);
    reader.readTree.mockRejectedValue(new NotFoundError('404'));
    await expect(repository.read(target, { signal })).rejects.toThrow('404');
    expect(reader.readTree).toHaveBeenCalledTimes(4);
  });

  it('stops when it is told to', async () => {
    const { reader, repository } = create();
    await expect(
      repository.read(target, { signal: AbortSignal.abort(new Error('stop')) }),
    ).rejects.toThrow('stop');
    expect(reader.readTree).not.toHaveBeenCalled();
  });
});

describe('LocalRepositoryReader', () => {
  const disk = createMockDirectory();
  const read = (path: string, roots = ['allowed']) =>
    new LocalRepositoryReader({
      roots: roots.map(root => disk.resolve(root)),
    }).read(path.startsWith('/') ? path : disk.resolve(path), { signal });

  beforeEach(async () => {
    disk.setContent({
      'secret/.git/config': '',
      'secret/requirements.txt': 'password==1',
      'allowed/project/pyproject.toml': '',
      'allowed/project/.git/HEAD': '',
      'allowed/project/node_modules/x/index.js': '',
      'allowed/project/models/delay/catalog-info.yaml': '',
      'allowed/project/requirements.txt': 'numpy==1.0',
      'allowed/plain/readme.txt': '',
    });
    const project = disk.resolve('allowed/project');
    await fs.symlink(disk.resolve('secret'), join(project, 'out'));
    await fs.symlink(
      disk.resolve('secret/requirements.txt'),
      join(project, 'requirements-dev.txt'),
    );
    await fs.symlink(disk.resolve('nowhere'), join(project, 'dangling.txt'));
    await fs.symlink(
      disk.resolve('allowed/project/out'),
      disk.resolve('allowed/chain'),
    );
  });

  it('finds the root of the project and follows no links', async () => {
    const answer = await read('allowed/project/models/delay/catalog-info.yaml');
    expect(answer).toMatchObject({ state: 'read' });
    const { files } = answer as { files: { path: string; text?: string }[] };
    expect(files.sort((a, b) => a.path.localeCompare(b.path))).toEqual([
      { path: 'models/delay/catalog-info.yaml', text: undefined },
      { path: 'pyproject.toml', text: undefined },
      { path: 'requirements.txt', text: 'numpy==1.0' },
    ]);
  });

  it.each([
    'secret',
    'allowed/../secret',
    'allowed/project/../../secret/requirements.txt',
    'allowed/project/out',
    'allowed/chain',
    'allowed/project/dangling.txt',
    'nowhere',
    'allowed-too',
    '/etc/passwd',
  ])('refuses %s', async path => {
    disk.addContent({ 'allowed-too/.git/HEAD': '' });
    await expect(read(path)).rejects.toThrow(
      'not below a folder that mlMaturity.repository.localRoots names',
    );
  });

  it('fails for what is not there, and looks for no root above its own', async () => {
    await expect(read('allowed/project/gone.txt')).rejects.toThrow('ENOENT');
    disk.addContent({ 'package.json': '{}' });
    expect(await read('allowed/plain/readme.txt')).toEqual({ state: 'absent' });
  });

  it('is for no location unless a root is named', () => {
    const none = new LocalRepositoryReader({ roots: [] });
    expect(none.reads({ type: 'file' })).toBe(false);
  });
});
