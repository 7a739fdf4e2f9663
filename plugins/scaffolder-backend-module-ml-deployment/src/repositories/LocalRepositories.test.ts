import fs from 'node:fs';
import { mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import git from 'isomorphic-git';
import {
  author,
  request,
  trackRepositories,
} from '../__testUtils__/localRepositories';

describe('LocalRepositories', () => {
  const place = trackRepositories();

  it('makes a repository with the author, the message and the files, and nothing beside it', async () => {
    const made = await place.create({
      'catalog-info.yaml': 'kind: A\r\n',
      'src/deep/run.sh': '#!/bin/sh',
      'src/b.txt': '',
    });
    expect(made).toEqual({
      path: place.dir,
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      files: ['catalog-info.yaml', 'src/b.txt', 'src/deep/run.sh'],
      isNew: true,
    });
    expect(await git.currentBranch({ fs, dir: place.dir })).toBe('main');
    const [{ oid, commit }] = await git.log({ fs, dir: place.dir });
    expect(oid).toBe(made.commit);
    expect(commit).toMatchObject({ author, committer: author, parent: [] });
    expect(commit.message).toBe(`Begin\n\nScaffolder-Task: task-1/publish\n`);
    expect(await place.dirty()).toEqual([]);
    expect(await place.text('catalog-info.yaml')).toBe('kind: A\r\n');
    expect((await stat(join(place.dir, 'src/deep/run.sh'))).mode & 0o111).toBe(
      0o111,
    );
    expect(await readdir(join(place.folder, 'root'))).toEqual(['churn']);
  });

  it('refuses to make one that exists, of git or not, and leaves it alone', async () => {
    await place.create();
    const exists =
      'repository: expected a new name, was churn, which exists already';
    await expect(place.create({ 'b.txt': 'b' })).rejects.toMatchObject({
      name: 'ConflictError',
      message: exists,
    });
    await expect(
      place.repositories.publish(request({ b: 'b' }, { expectedCommit: '' })),
    ).rejects.toThrow(exists);
    expect(await readdir(place.dir)).toEqual(['.git', 'a.txt']);

    await mkdir(join(place.folder, 'root/plain'));
    await expect(
      place.repositories.publish(request({ b: 'b' }, { repository: 'plain' })),
    ).rejects.toThrow(
      'repository: expected a git repository, was plain, which is something else',
    );
    expect(await readdir(join(place.folder, 'root/plain'))).toEqual([]);
  });

  it('refuses to update what does not exist, and names and links out of the root', async () => {
    await expect(
      place.repositories.publish(request({ a: 'a' }, { mode: 'update' })),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'repository: expected one that exists, was churn',
    });
    await mkdir(join(place.folder, 'elsewhere'));
    await symlink(
      join(place.folder, 'elsewhere'),
      join(place.folder, 'root/alias'),
    );
    for (const repository of ['../elsewhere', 'alias']) {
      await expect(
        place.repositories.publish(request({ a: 'a' }, { repository })),
      ).rejects.toThrow(/^repository: expected/);
    }
    expect(await readdir(join(place.folder, 'elsewhere'))).toEqual([]);
    expect((await readdir(place.folder)).sort()).toEqual(['elsewhere', 'root']);
  });

  it('adds and changes files, and keeps the rest and what git does not know', async () => {
    const { commit } = await place.create({ a: '1', 'b/c': '1', d: '1' });
    await writeFile(join(place.dir, 'notes.txt'), 'mine');
    const updated = await place.repositories.publish(
      request({ a: '2', 'b/e': '1' }, { message: 'Change' }),
    );
    expect(updated).toMatchObject({ files: ['a', 'b/e'], isNew: false });
    expect([
      await place.text('a'),
      await place.text('b/c'),
      await place.text('b/e'),
    ]).toEqual(['2', '1', '1']);
    expect(await place.text('notes.txt')).toBe('mine');
    expect(await place.dirty()).toEqual(['notes.txt']);
    const [{ commit: newest }] = await git.log({ fs, dir: place.dir });
    expect(newest.parent).toEqual([commit]);
  });

  it('removes files only where all were fetched before', async () => {
    const { commit } = await place.create({ a: '1', 'b/c': '1' });
    await place.repositories.publish(request({ a: '2' }));
    expect(await place.text('b/c')).toBe('1');

    await expect(
      place.repositories.publish(
        request({ a: '3' }, { expectedCommit: commit }),
      ),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        `^expectedCommit: expected churn at ${commit}, was changed meanwhile and is at `,
      ),
    });
    expect(await place.text('a')).toBe('2');

    const head = await place.head();
    const published = await place.repositories.publish(
      request({ a: '3' }, { expectedCommit: head }),
    );
    expect(published.files).toEqual(['a', 'b/c']);
    expect(await readdir(place.dir)).toEqual(['.git', 'a']);
  });

  it('lets a folder take the place of a file, and the other way round', async () => {
    await place.create({ a: '1', 'b/c/d': '1' });
    await place.repositories.publish(request({ 'a/x': '2', 'b/c': '2' }));
    expect([await place.text('a/x'), await place.text('b/c')]).toEqual([
      '2',
      '2',
    ]);
    expect(await place.dirty()).toEqual([]);

    await writeFile(join(place.dir, 'a/mine'), '9');
    await expect(
      place.repositories.publish(request({ a: '3' })),
    ).rejects.toThrow('was a/mine, which is in the way');
    expect(await place.text('a/x')).toBe('2');
  });

  it('makes no commit where nothing changes', async () => {
    const { commit } = await place.create({ a: '1' });
    expect(await place.repositories.publish(request({ a: '1' }))).toEqual({
      path: place.dir,
      commit,
      files: [],
      isNew: false,
    });
    expect(await place.log()).toHaveLength(1);
  });

  it.each([
    [
      'an edited file',
      () => writeFile(join(place.dir, 'b/c'), '9'),
      'b/c, which was edited',
    ],
    ['a removed file', () => rm(join(place.dir, 'b/c')), 'b/c, which is gone'],
    [
      'a new file in the way',
      () => writeFile(join(place.dir, 'new'), '9'),
      'new, which was edited',
    ],
    [
      'a staged file',
      async () => {
        await writeFile(join(place.dir, 'staged'), '9');
        await git.add({ fs, dir: place.dir, filepath: 'staged' });
      },
      'staged, which is staged',
    ],
  ])('refuses to write over %s', async (_, edit, message) => {
    await place.create({ a: '1', 'b/c': '1' });
    await edit();
    await expect(
      place.repositories.publish(request({ a: '2', new: '2' })),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: `repository: expected no changes that are not committed, was ${message}`,
    });
    expect(await place.text('a')).toBe('1');
    expect(await place.log()).toHaveLength(1);
  });

  it('does not write through a folder that became a link', async () => {
    await place.create({ a: '1' });
    await mkdir(join(place.folder, 'elsewhere'));
    await symlink(join(place.folder, 'elsewhere'), join(place.dir, 'b'));
    await expect(
      place.repositories.publish(request({ 'b/c': '2' })),
    ).rejects.toThrow('path: expected one within churn, was "b/c"');
    expect(await readdir(join(place.folder, 'elsewhere'))).toEqual([]);
    expect(await place.log()).toHaveLength(1);
  });

  it('keeps to the branch that is checked out', async () => {
    await place.create({ a: '1' });
    await git.branch({ fs, dir: place.dir, ref: 'develop', checkout: true });
    await expect(
      place.repositories.publish(request({ a: '2' }, { branch: 'main' })),
    ).rejects.toThrow(
      'branch: expected main to be checked out in churn, was develop',
    );
    await place.repositories.publish(request({ a: '2' }));
    expect(await git.currentBranch({ fs, dir: place.dir })).toBe('develop');
    const main = await git.resolveRef({ fs, dir: place.dir, ref: 'main' });
    expect(
      await git.resolveRef({ fs, dir: place.dir, ref: 'develop' }),
    ).not.toBe(main);

    await git.checkout({ fs, dir: place.dir, ref: main });
    await expect(
      place.repositories.publish(request({ a: '3' })),
    ).rejects.toThrow(
      'branch: expected a branch to be checked out in churn, was a commit',
    );
  });
});
