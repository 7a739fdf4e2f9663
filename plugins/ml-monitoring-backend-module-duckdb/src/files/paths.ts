import type { LogFile } from './types';

/** The files as the database is told of them: it would take `*`, `?` and `[` of a name for a pattern. */
export const pathsOf = (files: LogFile[]) =>
  files.map(({ path }) =>
    path.startsWith('/')
      ? path.replace(/[[*?]/g, character => `[${character}]`)
      : path,
  );
