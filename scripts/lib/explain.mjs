/** An error whose message is already a sentence for the person at the terminal. */
export class Explained extends Error {}

const CAUSES = [
  [
    /ENOSPC|no space left/i,
    'The disk is full. Airworthy needs about 3 GB for its packages and demo data; free some space and run the command again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|RequestError|network/i,
    'The package registry cannot be reached. Check the network (and the proxy settings of npm), then run the command again; what was fetched is kept.',
  ],
  [
    /EACCES|EPERM|EROFS/i,
    'A file cannot be written. Check that you own this folder and that it is not read-only.',
  ],
];

/** One clear sentence for whatever went wrong. */
export function explain(error) {
  if (error instanceof Explained) return error.message;
  const text = `${error?.code ?? ''} ${error?.message ?? error}`;
  const known = CAUSES.find(([pattern]) => pattern.test(text));
  return known
    ? `${known[1]} (${text.trim().split('\n')[0]})`
    : error?.stack ?? text;
}
