import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { request, trackRepositories } from '../__testUtils__/localRepositories';
import { GitRepository } from './GitRepository';

describe('LocalRepositories, with others at work and interrupted', () => {
  const place = trackRepositories();
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('lets one of two tasks make a repository, and both change it', async () => {
    const made = await Promise.allSettled([
      place.create({ a: '1' }),
      place.create({ b: '1' }),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const head = await place.head();
    const both = ['c', 'd', 'e'].map(path =>
      place.repositories.publish(request({ [path]: '1' })),
    );
    await Promise.all(both);
    expect(await readdir(place.dir)).toEqual(
      expect.arrayContaining(['c', 'd', 'e']),
    );
    expect(await place.log()).toHaveLength(4);
    expect(await place.dirty()).toEqual([]);

    const stale = await Promise.allSettled(
      ['f', 'g'].map(async path =>
        place.repositories.publish(
          request({ [path]: '1' }, { expectedCommit: await place.head() }),
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
    await expect(place.create()).rejects.toThrow('disk full');
    expect(await readdir(join(place.folder, 'root'))).toEqual([]);
    await place.create();
    expect(await place.text('a.txt')).toBe('a');
  });

  it('goes on after it was ended between the commit and the files', async () => {
    await place.create({ a: '1', b: '1' });
    jest
      .spyOn(GitRepository.prototype, 'checkout')
      .mockRejectedValueOnce(new Error('ended'));
    const interrupted = request({ a: '2', c: '2' });
    await expect(place.repositories.publish(interrupted)).rejects.toThrow(
      'ended',
    );
    expect([await place.text('a'), await place.log()]).toEqual([
      '1',
      [expect.stringContaining('Begin'), expect.stringContaining('Begin')],
    ]);

    // The same task tried again finds its commit; another builds on it.
    const again = await place.repositories.publish(interrupted);
    expect(again).toMatchObject({ files: ['a', 'c'], isNew: false });
    expect([await place.text('a'), await place.text('c')]).toEqual(['2', '2']);
    expect(await place.log()).toHaveLength(2);
    expect(await place.dirty()).toEqual([]);

    jest
      .spyOn(GitRepository.prototype, 'checkout')
      .mockRejectedValueOnce(new Error('ended'));
    await expect(
      place.repositories.publish(request({ a: '3' })),
    ).rejects.toThrow('ended');
    await place.repositories.publish(request({ b: '4' }));
    expect([await place.text('a'), await place.text('b')]).toEqual(['3', '4']);
    expect(await place.log()).toHaveLength(4);
    expect(await place.dirty()).toEqual([]);
  });

  it('does not take an edit for its own after it was ended', async () => {
    await place.create({ a: '1' });
    jest
      .spyOn(GitRepository.prototype, 'checkout')
      .mockRejectedValueOnce(new Error('ended'));
    await expect(
      place.repositories.publish(request({ a: '2' })),
    ).rejects.toThrow('ended');
    await writeFile(join(place.dir, 'a'), 'mine');
    await expect(
      place.repositories.publish(request({ b: '1' })),
    ).rejects.toThrow('was a, which was edited');
    expect(await place.text('a')).toBe('mine');
  });

  it('stays out while git itself changes the branch', async () => {
    await place.create({ a: '1' });
    await writeFile(join(place.dir, '.git/refs/heads/main.lock'), '');
    await expect(
      place.repositories.publish(request({ a: '2' })),
    ).rejects.toThrow('branch: expected one that nobody else changes');
    expect(await place.text('a')).toBe('1');
  });

  it('tells beforehand what would change, and changes nothing', async () => {
    expect(
      await place.repositories.preview(request({ b: '1', a: '1' })),
    ).toEqual({
      path: place.dir,
      files: ['b', 'a'],
      isNew: true,
    });
    const { commit } = await place.create({ a: '1' });
    expect(await place.repositories.preview(request({ a: '2' }))).toEqual({
      path: place.dir,
      commit,
      files: ['a'],
      isNew: false,
    });
    await writeFile(join(place.dir, 'a'), 'mine');
    await expect(
      place.repositories.preview(request({ a: '2' })),
    ).rejects.toThrow('was a, which was edited');
    expect(await place.log()).toHaveLength(1);
  });
});
