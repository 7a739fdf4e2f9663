import fs from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkspaceRoot } from '@airworthy/plugin-ml-deployment-node';
import git from 'isomorphic-git';
import { LocalRepositories } from '../repositories/LocalRepositories';
import { PublishRequest } from '../repositories/types';

export const author = { name: 'Ada Lovelace', email: 'ada@example.com' };

let tasks = 0;

/** What a task of its own publishes. */
export const request = (
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

/** Local repositories in a folder that is there for one test. */
export function trackRepositories() {
  const place = {
    /** Of the root and what is beside it. */
    folder: '',
    /** Of the repository `churn`. */
    dir: '',
    repositories: undefined as unknown as LocalRepositories,
    publish: (...args: Parameters<typeof request>) =>
      place.repositories.publish(request(...args)),
    create: (files: Record<string, string> = { 'a.txt': 'a' }) =>
      place.publish(files, { mode: 'create' }),
    text: (path: string) => readFile(join(place.dir, path), 'utf8'),
    head: () => git.resolveRef({ fs, dir: place.dir, ref: 'HEAD' }),
    /** Messages of the commits, newest first. */
    log: async () =>
      (await git.log({ fs, dir: place.dir })).map(
        ({ commit }) => commit.message,
      ),
    /** Files that are not as they were committed. */
    dirty: async () =>
      (await git.statusMatrix({ fs, dir: place.dir }))
        .filter(([, ...states]) => states.join() !== '1,1,1')
        .map(([path]) => path),
  };
  beforeEach(async () => {
    place.folder = await mkdtemp(join(tmpdir(), 'repositories-'));
    // The root is made when it is first needed.
    const root = new WorkspaceRoot(join(place.folder, 'root'));
    place.dir = join(root.path, 'churn');
    place.repositories = new LocalRepositories({ root });
  });
  afterEach(() => rm(place.folder, { recursive: true }));
  return place;
}
