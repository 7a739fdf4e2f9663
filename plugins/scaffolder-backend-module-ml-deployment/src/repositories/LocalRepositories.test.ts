import fs from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkspaceRoot } from '@airworthy/plugin-ml-deployment-node';
import git from 'isomorphic-git';
import { GitRepository } from './GitRepository';
import { LocalRepositories } from './LocalRepositories';
import { PublishRequest } from './types';

const author = { name: 'Ada Lovelace', email: 'ada@example.com' };

let tasks = 0;
const request = (
  files: Record<string, string>,
  more: Partial<PublishRequest> = {},
): PublishRequest => ({
  repository: 'churn',
  mode: 'create-or-update',
  message: 'Begin',
  author,
  task: `task-${(tasks += 1)}/publish`,
  files: Object.entries(files).map(([path, text]) => ({
    path,
    bytes: Buffer.from(text),
    isExecutable: path.endsWith('.sh'),
  })),
  ...more,
});

describe('LocalRepositories', () => {
  let folder: string;
  let dir: string;
  let repositories: LocalRepositories;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'repositories-'));
    // The root is made when it is first needed.
    const root = new WorkspaceRoot(join(folder, 'root'));
    dir = join(root.path, 'churn');
    repositories = new LocalRepositories({ root });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  const text = (path: string) => readFile(join(dir, path), 'utf8');
  const log = async () =>
    (await git.log({ fs, dir })).map(({ commit }) => commit.message);
  const dirty = async () =>
    (await git.statusMatrix({ fs, dir }))
      .filter(([, ...states]) => states.join() !== '1,1,1')
      .map(([path]) => path);
  const create = (files: Record<string, string> = { 'a.txt': 'a' }) =>
    repositories.publish(request(files, { mode: 'create' }));

  it('makes a repository with the author, the message and the files, and nothing beside it', async () => {
    const made = await create({
      'catalog-info.yaml': 'kind: A\r\n',
      'src/deep/run.sh': '#!/bin/sh',
      'src/b.txt': '',
    });
    expect(made).toEqual({
      path: dir,
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      files: ['catalog-info.yaml', 'src/b.txt', 'src/deep/run.sh'],
      isNew: true,
    });
    expect(await git.currentBranch({ fs, dir })).toBe('main');
    const [{ oid, commit }] = await git.log({ fs, dir });
    expect(oid).toBe(made.commit);
    expect(commit).toMatchObject({ author, committer: author, parent: [] });
    expect(commit.message).toBe(
      `Begin\n\nScaffolder-Task: task-${tasks}/publish\n`,
    );
    expect(await dirty()).toEqual([]);
    expect(await text('catalog-info.yaml')).toBe('kind: A\r\n');
    expect((await stat(join(dir, 'src/deep/run.sh'))).mode & 0o111).toBe(0o111);
    expect(await readdir(join(folder, 'root'))).toEqual(['churn']);
  });

  it('refuses to make one that exists, of git or not, and leaves it alone', async () => {
    await create();
    const exists =
      'repository: expected a new name, was churn, which exists already';
    await expect(create({ 'b.txt': 'b' })).rejects.toMatchObject({
      name: 'ConflictError',
      message: exists,
    });
    await expect(
      repositories.publish(request({ b: 'b' }, { expectedCommit: '' })),
    ).rejects.toThrow(exists);
    expect(await readdir(dir)).toEqual(['.git', 'a.txt']);

    await mkdir(join(folder, 'root/plain'));
    await expect(
      repositories.publish(request({ b: 'b' }, { repository: 'plain' })),
    ).rejects.toThrow(
      'repository: expected a git repository, was plain, which is something else',
    );
    expect(await readdir(join(folder, 'root/plain'))).toEqual([]);
  });

  it('refuses to update what does not exist, and names and links out of the root', async () => {
    await expect(
      repositories.publish(request({ a: 'a' }, { mode: 'update' })),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'repository: expected one that exists, was churn',
    });
    await mkdir(join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), join(folder, 'root/alias'));
    for (const repository of ['../elsewhere', 'alias']) {
      await expect(
        repositories.publish(request({ a: 'a' }, { repository })),
      ).rejects.toThrow(/^repository: expected/);
    }
    expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(['elsewhere', 'root']);
  });

  it('adds and changes files, and keeps the rest and what git does not know', async () => {
    const { commit } = await create({ a: '1', 'b/c': '1', d: '1' });
    await writeFile(join(dir, 'notes.txt'), 'mine');
    const updated = await repositories.publish(
      request({ a: '2', 'b/e': '1' }, { message: 'Change' }),
    );
    expect(updated).toMatchObject({ files: ['a', 'b/e'], isNew: false });
    expect([await text('a'), await text('b/c'), await text('b/e')]).toEqual([
      '2',
      '1',
      '1',
    ]);
    expect(await text('notes.txt')).toBe('mine');
    expect(await dirty()).toEqual(['notes.txt']);
    const [{ commit: newest }] = await git.log({ fs, dir });
    expect(newest.parent).toEqual([commit]);
  });

  it('removes files only where all were fetched before', async () => {
    const { commit } = await create({ a: '1', 'b/c': '1' });
    await repositories.publish(request({ a: '2' }));
    expect(await text('b/c')).toBe('1');

    await expect(
      repositories.publish(request({ a: '3' }, { expectedCommit: commit })),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        `^expectedCommit: expected churn at ${commit}, was changed meanwhile and is at `,
      ),
    });
    expect(await text('a')).toBe('2');

    const head = await git.resolveRef({ fs, dir, ref: 'HEAD' });
    const published = await repositories.publish(
      request({ a: '3' }, { expectedCommit: head }),
    );
    expect(published.files).toEqual(['a', 'b/c']);
    expect(await readdir(dir)).toEqual(['.git', 'a']);
  });

  it('lets a folder take the place of a file, and the other way round', async () => {
    await create({ a: '1', 'b/c/d': '1' });
    await repositories.publish(request({ 'a/x': '2', 'b/c': '2' }));
    expect([await text('a/x'), await text('b/c')]).toEqual(['2', '2']);
    expect(await dirty()).toEqual([]);

    await writeFile(join(dir, 'a/mine'), '9');
    await expect(repositories.publish(request({ a: '3' }))).rejects.toThrow(
      'was a/mine, which is in the way',
    );
    expect(await text('a/x')).toBe('2');
  });

  it('makes no commit where nothing changes', async () => {
    const { commit } = await create({ a: '1' });
    expect(await repositories.publish(request({ a: '1' }))).toEqual({
      path: dir,
      commit,
      files: [],
      isNew: false,
    });
    expect(await log()).toHaveLength(1);
  });

  it.each([
    [
      'an edited file',
      () => writeFile(join(dir, 'b/c'), '9'),
      'b/c, which was edited',
    ],
    ['a removed file', () => rm(join(dir, 'b/c')), 'b/c, which is gone'],
    [
      'a new file in the way',
      () => writeFile(join(dir, 'new'), '9'),
      'new, which was edited',
    ],
    [
      'a staged file',
      async () => {
        await writeFile(join(dir, 'staged'), '9');
        await git.add({ fs, dir, filepath: 'staged' });
      },
      'staged, which is staged',
    ],
  ])('refuses to write over %s', async (_, edit, message) => {
    await create({ a: '1', 'b/c': '1' });
    await edit();
    await expect(
      repositories.publish(request({ a: '2', new: '2' })),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: `repository: expected no changes that are not committed, was ${message}`,
    });
    expect(await text('a')).toBe('1');
    expect(await log()).toHaveLength(1);
  });

  it('does not write through a folder that became a link', async () => {
    await create({ a: '1' });
    await mkdir(join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), join(dir, 'b'));
    await expect(repositories.publish(request({ 'b/c': '2' }))).rejects.toThrow(
      'path: expected one within churn, was "b/c"',
    );
    expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
    expect(await log()).toHaveLength(1);
  });

  it('keeps to the branch that is checked out', async () => {
    await create({ a: '1' });
    await git.branch({ fs, dir, ref: 'develop', checkout: true });
    await expect(
      repositories.publish(request({ a: '2' }, { branch: 'main' })),
    ).rejects.toThrow(
      'branch: expected main to be checked out in churn, was develop',
    );
    await repositories.publish(request({ a: '2' }));
    expect(await git.currentBranch({ fs, dir })).toBe('develop');
    const main = await git.resolveRef({ fs, dir, ref: 'main' });
    expect(await git.resolveRef({ fs, dir, ref: 'develop' })).not.toBe(main);

    await git.checkout({ fs, dir, ref: main });
    await expect(repositories.publish(request({ a: '3' }))).rejects.toThrow(
      'branch: expected a branch to be checked out in churn, was a commit',
    );
  });

  it('lets one of two tasks make a repository, and both change it', async () => {
    const made = await Promise.allSettled([
      create({ a: '1' }),
      create({ b: '1' }),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const head = await git.resolveRef({ fs, dir, ref: 'HEAD' });
    const both = ['c', 'd', 'e'].map(path =>
      repositories.publish(request({ [path]: '1' })),
    );
    await Promise.all(both);
    expect(await readdir(dir)).toEqual(expect.arrayContaining(['c', 'd', 'e']));
    expect(await log()).toHaveLength(4);
    expect(await dirty()).toEqual([]);

    const stale = await Promise.allSettled(
      ['f', 'g'].map(async path =>
        repositories.publish(
          request(
            { [path]: '1' },
            { expectedCommit: await git.resolveRef({ fs, dir, ref: 'HEAD' }) },
          ),
        ),
      ),
    );
    expect(stale.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(head).toHaveLength(40);
  });

  it('leaves nothing where making one fails, and makes it at the next try', async () => {
    jest
      .spyOn(GitRepository.prototype, 'checkout')
      .mockRejectedValueOnce(new Error('disk full'));
    await expect(create()).rejects.toThrow('disk full');
    expect(await readdir(join(folder, 'root'))).toEqual([]);
    await create();
    expect(await text('a.txt')).toBe('a');
  });

  it('goes on after it was ended between the commit and the files', async () => {
    await create({ a: '1', b: '1' });
    jest
      .spyOn(GitRepository.prototype, 'checkout')
      .mockRejectedValueOnce(new Error('ended'));
    const interrupted = request({ a: '2', c: '2' });
    await expect(repositories.publish(interrupted)).rejects.toThrow('ended');
    expect([await text('a'), await log()]).toEqual([
      '1',
      [expect.stringContaining('Begin'), expect.stringContaining('Begin')],
    ]);

    // The same task tried again finds its commit; another builds on it.
    const again = await repositories.publish(interrupted);
    expect(again).toMatchObject({ files: ['a', 'c'], isNew: false });
    expect([await text('a'), await text('c')]).toEqual(['2', '2']);
    expect(await log()).toHaveLength(2);
    expect(await dirty()).toEqual([]);

    jest
      .spyOn(GitRepository.prototype, 'checkout')
      .mockRejectedValueOnce(new Error('ended'));
    await expect(repositories.publish(request({ a: '3' }))).rejects.toThrow(
      'ended',
    );
    await repositories.publish(request({ b: '4' }));
    expect([await text('a'), await text('b')]).toEqual(['3', '4']);
    expect(await log()).toHaveLength(4);
    expect(await dirty()).toEqual([]);
  });

  it('does not take an edit for its own after it was ended', async () => {
    await create({ a: '1' });
    jest
      .spyOn(GitRepository.prototype, 'checkout')
      .mockRejectedValueOnce(new Error('ended'));
    await expect(repositories.publish(request({ a: '2' }))).rejects.toThrow(
      'ended',
    );
    await writeFile(join(dir, 'a'), 'mine');
    await expect(repositories.publish(request({ b: '1' }))).rejects.toThrow(
      'was a, which was edited',
    );
    expect(await text('a')).toBe('mine');
  });

  it('stays out while git itself changes the branch', async () => {
    await create({ a: '1' });
    await writeFile(join(dir, '.git/refs/heads/main.lock'), '');
    await expect(repositories.publish(request({ a: '2' }))).rejects.toThrow(
      'branch: expected one that nobody else changes',
    );
    expect(await text('a')).toBe('1');
  });

  it('tells beforehand what would change, and changes nothing', async () => {
    expect(await repositories.preview(request({ b: '1', a: '1' }))).toEqual({
      path: dir,
      files: ['b', 'a'],
      isNew: true,
    });
    const { commit } = await create({ a: '1' });
    expect(await repositories.preview(request({ a: '2' }))).toEqual({
      path: dir,
      commit,
      files: ['a'],
      isNew: false,
    });
    await chmod(join(dir, 'a'), 0o644);
    await writeFile(join(dir, 'a'), 'mine');
    await expect(repositories.preview(request({ a: '2' }))).rejects.toThrow(
      'was a, which was edited',
    );
    expect(await log()).toHaveLength(1);
  });
});
