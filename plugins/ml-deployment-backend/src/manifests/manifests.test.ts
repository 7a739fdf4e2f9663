import { promises as fs } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { LocalManifests } from './LocalManifests';
import { ManifestReader } from './ManifestReader';
import { UrlManifests } from './UrlManifests';

const { signal } = new AbortController();

describe('LocalManifests', () => {
  const disk = createMockDirectory();
  const read = (location: string, path: string) =>
    new LocalManifests({
      roots: [disk.resolve('examples')],
      workspaces: disk.resolve('workspaces'),
    }).read(disk.resolve(location), path, signal);

  beforeEach(async () => {
    disk.setContent({
      'secret/s.yaml': 'kind: Secret',
      'examples/models/a.yaml': '',
      'examples/models/manifests/b/b.yml': 'b: 1',
      'examples/models/manifests/a.yaml': 'a: 1',
      'examples/models/manifests/readme.md': '',
      'examples/models/manifests/.hidden/c.yaml': 'c: 1',
      'examples-too/d.yaml': 'd: 1',
      'workspaces/one/catalog-info.yaml': '',
      'workspaces/one/manifests/one.yaml': 'one: 1',
      'workspaces/two/manifests/two.yaml': 'two: 2',
    });
    const inside = disk.resolve('examples/models/manifests');
    await fs.symlink(disk.resolve('secret'), `${inside}/folder`);
    await fs.symlink(disk.resolve('secret/s.yaml'), `${inside}/file.yaml`);
    await fs.symlink(disk.resolve('nowhere'), `${inside}/gone.yaml`);
    await fs.symlink(`${inside}/folder`, disk.resolve('examples/chain'));
  });

  it('reads a folder without its links, and a file alone', async () => {
    expect(await read('examples/models/a.yaml', './manifests')).toEqual({
      target: './manifests',
      files: [
        { path: 'a.yaml', content: 'a: 1' },
        { path: 'b/b.yml', content: 'b: 1' },
      ],
    });
    const { files } = await read('examples/models/a.yaml', 'manifests/b/b.yml');
    expect(files).toEqual([{ path: 'b.yml', content: 'b: 1' }]);
    const own = await read('workspaces/one/catalog-info.yaml', 'manifests');
    expect(own.files).toEqual([{ path: 'one.yaml', content: 'one: 1' }]);
  });

  it.each([
    ['examples/models/a.yaml', '../../secret'],
    ['examples/models/a.yaml', '/etc'],
    ['examples/models/a.yaml', 'manifests/folder'],
    ['examples/models/a.yaml', 'manifests/file.yaml'],
    ['examples/models/a.yaml', '../chain'],
    ['examples/models/a.yaml', 'manifests/gone.yaml'],
    // Nor says whether there is something.
    ['examples/models/a.yaml', '../../nothing'],
    ['examples/models/a.yaml', '../../examples-too'],
    ['examples/models/a.yaml', '../../workspaces/one/manifests'],
    ['workspaces/one/catalog-info.yaml', '../two/manifests'],
    ['workspaces/one/catalog-info.yaml', '..'],
  ])('of an entity in %s refuses %s', async (location, path) => {
    await expect(read(location, path)).rejects.toThrow(
      'mlDeployment.manifests.localRoots',
    );
  });

  it('fails for what is not there, and for too much', async () => {
    const location = 'examples/models/a.yaml';
    await expect(read(location, 'manifests/none.yaml')).rejects.toThrow(
      'ENOENT',
    );
    disk.addContent({ 'examples/large/x.yaml': '#'.repeat(300_000) });
    await expect(read(location, '../large')).rejects.toThrow(
      'x.yaml: expected at most 256 KB',
    );
    disk.addContent(
      Object.fromEntries(
        Array.from({ length: 101 }, (_, i) => [`examples/many/${i}.yaml`, '']),
      ),
    );
    await expect(read(location, '../many')).rejects.toThrow(
      'expected at most 100 files',
    );
  });
});

describe('UrlManifests', () => {
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({ integrations: { github: [{ host: 'github.com' }] } }),
  );
  const location = 'https://github.com/o/r/blob/main/models/catalog-info.yaml';
  const setUp = () => {
    const reader = mockServices.urlReader.mock();
    const manifests = new UrlManifests({ reader, integrations });
    return {
      reader,
      read: (path: string) => manifests.read(location, path, signal),
    };
  };
  const tree = (contents: Record<string, string>, size?: number) =>
    (async (_: string, options: any) => ({
      etag: 'e1',
      files: async () =>
        Object.entries(contents)
          .filter(([path, text]) =>
            options.filter(path, { size: size ?? text.length }),
          )
          .map(([path, text]) => ({
            path,
            content: async () => Buffer.from(text),
          })),
    })) as any;

  it('reads a folder, and again only where it changed', async () => {
    const { reader, read } = setUp();
    reader.readTree.mockImplementationOnce(
      tree({ 'b.yaml': 'b: 1', 'a.yml': 'a: 1', 'x.md': '' }),
    );
    const expected = {
      target: 'https://github.com/o/r/tree/main/models/manifests',
      files: [
        { path: 'a.yml', content: 'a: 1' },
        { path: 'b.yaml', content: 'b: 1' },
      ],
    };
    expect(await read('manifests')).toEqual(expected);
    reader.readTree.mockRejectedValueOnce(new NotModifiedError());
    expect(await read('manifests')).toEqual(expected);
    expect(reader.readTree.mock.lastCall).toEqual([
      expected.target,
      expect.objectContaining({ etag: 'e1' }),
    ]);
  });

  it('reads a file alone', async () => {
    const { reader, read } = setUp();
    reader.readUrl.mockResolvedValue({
      etag: 'e1',
      buffer: async () => Buffer.from('a: 1'),
    } as any);
    expect((await read('/deploy/a.yaml')).files).toEqual([
      { path: 'a.yaml', content: 'a: 1' },
    ]);
    expect(reader.readUrl.mock.lastCall![0]).toBe(
      'https://github.com/o/r/tree/main/deploy/a.yaml',
    );
  });

  it.each([
    'https://github.com/o/private/tree/main/manifests',
    'https://attacker.test/o/r/tree/main/x',
    '../../../../private/blob/main/manifests',
    '../../../../../other/r/blob/main/manifests',
  ])('reads nothing of another repository: %s', async path => {
    const { reader, read } = setUp();
    await expect(read(path)).rejects.toThrow();
    expect(reader.readTree).not.toHaveBeenCalled();
    expect(reader.readUrl).not.toHaveBeenCalled();
  });

  it('works out nothing from a part of the files', async () => {
    const { reader, read } = setUp();
    reader.readTree.mockImplementation(tree({ 'a.yaml': '' }, 300_000));
    await expect(read('manifests')).rejects.toThrow(
      'a.yaml: expected at most 256 KB',
    );
  });
});

describe('ManifestReader', () => {
  const entity = (annotations?: Record<string, string>) => ({
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlDeployment',
    metadata: { name: 'a', annotations },
  });
  const at = (path: string, ref = 'url:https://host/a.yaml') => ({
    'airworthy.dev/manifests': path,
    'backstage.io/managed-by-location': ref,
  });
  const source = { type: 'url', read: jest.fn() };
  const reader = new ManifestReader({ sources: [source] });
  const failureOf = async (annotations?: Record<string, string>) => {
    const found = await reader.read(entity(annotations), signal);
    return 'failure' in found ? found.failure : undefined;
  };

  it('says why there is nothing, and never throws', async () => {
    expect(await failureOf()).toMatch(/does not say where its manifests are/);
    expect(await failureOf(at('m', 'bitkeeper:x'))).toMatch(
      /location of type bitkeeper/,
    );
    expect(await failureOf(at('m', 'nonsense'))).toMatch(/^Manifests: /);
    expect(await failureOf(at('m'.repeat(501)))).toMatch(/at most 500/);
    expect(await failureOf(at('a\nb'))).toMatch(/on one line/);
    source.read.mockRejectedValueOnce(new NotFoundError('404'));
    expect(await failureOf(at('m'))).toBe('Manifests: 404');
    source.read.mockResolvedValueOnce({ target: 't', files: [] });
    expect(await failureOf(at('m'))).toBe('t has no .yaml or .yml file.');
  });

  it('stops when the caller has left', async () => {
    source.read.mockRejectedValueOnce(new Error('stopped'));
    await expect(
      reader.read(entity(at('m')), AbortSignal.abort(new Error('left'))),
    ).rejects.toThrow('left');
  });
});
