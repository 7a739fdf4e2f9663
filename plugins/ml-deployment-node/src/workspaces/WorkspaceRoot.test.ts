import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { WorkspaceRoot, isGitPath } from './WorkspaceRoot';

describe('WorkspaceRoot', () => {
  let folder: string;
  let root: WorkspaceRoot;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'root-'));
    await mkdir(join(folder, 'root/churn/manifests'), { recursive: true });
    await mkdir(join(folder, 'elsewhere'));
    root = new WorkspaceRoot(join(folder, 'root'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is off without config, and takes a relative path from the working directory', () => {
    const read = (data: object) =>
      WorkspaceRoot.fromConfig(new ConfigReader(data as {}))?.path;
    expect(read({})).toBeUndefined();
    expect(read({ mlDeployment: { workspaces: { root: 'repos' } } })).toBe(
      join(process.cwd(), 'repos'),
    );
  });

  it('knows the folder of a repository, also of one to be made', async () => {
    expect(await root.repositoryPath('churn')).toBe(join(root.path, 'churn'));
    expect(await root.repositoryPath('new-1')).toBe(join(root.path, 'new-1'));
    expect(await root.within('churn', './manifests//new/a.yaml')).toBe(
      join(root.path, 'churn/manifests/new/a.yaml'),
    );
    expect(await root.within('churn', '.')).toBe(join(root.path, 'churn'));
  });

  it.each([
    '',
    '.',
    '..',
    '../churn',
    'a/b',
    'Churn',
    '-a',
    'a-',
    '.git',
    'a'.repeat(64),
  ])('refuses the name %j', async name => {
    await expect(root.repositoryPath(name)).rejects.toThrow(
      `repository: expected lower-case letters, digits and dashes, at most 63, was ${JSON.stringify(
        name,
      )}`,
    );
  });

  it('refuses a repository that is a link, also one to nothing or within the root', async () => {
    await symlink(join(folder, 'elsewhere'), join(root.path, 'out'));
    await symlink(join(folder, 'nothing'), join(root.path, 'gone'));
    await symlink(join(root.path, 'churn'), join(root.path, 'alias'));
    for (const name of ['out', 'gone', 'alias']) {
      await expect(root.repositoryPath(name)).rejects.toThrow(
        `repository: expected a folder, was ${name}, which is a link`,
      );
    }
  });

  it.each([
    '..',
    '../other',
    '/etc/passwd',
    'manifests/../../other',
    'x/../../churn-2',
  ])('refuses the path %j', async path => {
    await expect(root.within('churn', path)).rejects.toThrow(
      `path: expected one within churn, was ${JSON.stringify(path)}`,
    );
  });

  it('refuses what lies behind a link, whether it exists or not', async () => {
    await symlink(join(folder, 'elsewhere'), join(root.path, 'churn/out'));
    await symlink('out', join(root.path, 'churn/chain'));
    await writeFile(join(folder, 'elsewhere/file'), '');
    await symlink(join(folder, 'nothing'), join(root.path, 'churn/dangling'));
    for (const path of [
      'out',
      'out/not/there/yet.yaml',
      'out/file/inner.yaml',
      'chain/new.yaml',
      'dangling',
      'dangling/new.yaml',
    ]) {
      await expect(root.within('churn', path)).rejects.toThrow(
        'path: expected one within churn',
      );
    }
  });

  it('takes what would lie below a file', async () => {
    await writeFile(join(root.path, 'churn/a'), '');
    expect(await root.within('churn', 'a/b/c')).toBe(
      join(root.path, 'churn/a/b/c'),
    );
  });

  it.each(['.git', '.git/config', 'a/.GIT/hooks', '.git./config', 'git~1/x'])(
    'refuses %j, which belongs to git',
    async path => {
      expect(isGitPath(path)).toBe(true);
      await expect(root.within('churn', path)).rejects.toThrow(
        'path: expected none that belongs to git',
      );
    },
  );

  it('takes files that are only called alike', async () => {
    for (const path of ['.gitignore', '.github/a.yml', 'git', 'a.git']) {
      expect(isGitPath(path)).toBe(false);
      await root.within('churn', path);
    }
  });
});
