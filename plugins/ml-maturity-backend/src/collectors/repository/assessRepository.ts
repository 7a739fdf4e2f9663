import { JsonObject } from '@backstage/types';
import {
  CI_SYSTEMS,
  CODE_OWNERS,
  DATA_VERSIONING,
  DELIVERY,
  INTEGRATION_RUN,
  INTEGRATION_TEST,
  LOCK_FILE,
  NOTEBOOK,
  NOT_OURS,
  PACKAGE,
  README,
  REQUIREMENTS,
  SOURCE,
  TEST,
} from './conventions';

/** A file of a repository; its text only where a convention needs it. */
export interface RepositoryFile {
  /** From the root, with forward slashes. */
  path: string;
  text?: string;
}

const PINNED = /^[\w.-]+(\[[^\]]*\])?\s*===?\s*[^\s*,;]+(\s|;|$)/;

/** Whether every requirement names just one version. */
function isPinned(text: string | undefined): boolean {
  const lines = (text ?? '')
    .split(/\r?\n/)
    .map(line => line.replace(/(^|\s)#.*$/, '').trim())
    .filter(line => line !== '' && !line.startsWith('--hash') && line !== '\\');
  const requirements = lines.filter(line => !line.startsWith('-'));
  return requirements.length > 0 && requirements.every(r => PINNED.test(r));
}

function withoutComments(text: string | undefined): string {
  return (text ?? '').replace(/^\s*(#|\/\/).*$/gm, '');
}

function notebookShare(paths: string[]): number | undefined {
  const sources = paths.filter(path => SOURCE.test(path));
  if (!sources.length) return undefined;
  return sources.filter(path => NOTEBOOK.test(path)).length / sources.length;
}

const parentsOf = (folder: string): string[] =>
  folder
    .split('/')
    .map((_, end, parts) => parts.slice(0, end + 1).join('/'))
    .concat('');

const folderOf = (path: string) =>
  path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * What the files of a repository say of its engineering.
 *
 * @remarks
 *
 * Read by convention: a test is what a test runner would pick up by its name
 * or folder, continuous integration is what a CI system would run. Vendored
 * and generated folders do not count. Of a folder of a larger repository the
 * code is judged alone; CI and code owners are those of the repository, and a
 * lock file holds for what is below it.
 */
export function assessRepository(
  all: readonly RepositoryFile[],
  folder: string = '',
): JsonObject {
  const files = all.filter(({ path }) => !NOT_OURS.test(path));
  const start = folder ? `${folder}/` : '';
  const own = files
    .filter(({ path }) => path.startsWith(start))
    .map(({ path, text }) => ({ path: path.slice(start.length), text }));
  const paths = own.map(({ path }) => path);
  const any = (pattern: RegExp) => paths.some(path => pattern.test(path));
  const anywhere = (pattern: RegExp) =>
    files.some(({ path }) => pattern.test(path));

  const ci = CI_SYSTEMS.find(([, file]) => anywhere(file));
  const ciTexts = files
    .filter(({ path }) => CI_SYSTEMS.some(([, file]) => file.test(path)))
    .map(({ text }) => withoutComments(text));
  const above = new Set(folder ? parentsOf(folder) : []);
  const isLock = ({ path, text }: RepositoryFile) =>
    LOCK_FILE.test(path) || (REQUIREMENTS.test(path) && isPinned(text));
  const share = notebookShare(paths);
  return {
    known: true,
    readme: any(README),
    tests: any(TEST),
    integrationTests:
      any(INTEGRATION_TEST) || ciTexts.some(text => INTEGRATION_RUN.test(text)),
    ci: ci !== undefined,
    ...(ci ? { ciSystem: ci[0] } : {}),
    deliversByCi: ciTexts.some(text => DELIVERY.test(text)),
    lockfile:
      own.some(isLock) ||
      files.some(file => above.has(folderOf(file.path)) && isLock(file)),
    packaged: any(PACKAGE),
    // A repository without source files says nothing of notebooks.
    ...(share === undefined ? {} : { notebookShare: share }),
    codeOwners: anywhere(CODE_OWNERS),
    dataVersioning: any(DATA_VERSIONING),
  };
}
