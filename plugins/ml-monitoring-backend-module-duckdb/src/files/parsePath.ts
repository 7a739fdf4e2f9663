import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import type { LogRoot } from './types';

/** A path of an entity, cut into a root and what is below it. */
export interface ParsedPath {
  /** Roots that may hold it; several where the path is relative. */
  roots: LogRoot[];
  /** Below the root, without a slash at its start or end. */
  below: string;
  /** Whether `*`, `?` or `[` stand for names. */
  glob: boolean;
}

// More in one name let a matcher that goes back and forth take minutes.
const MAX_STARS = 4;

const refuse = (path: string, reason: string) =>
  new MonitoringSourceError('not-allowed', `${path}: ${reason}`);

/** How a path that begins with a root does. */
function startOf(path: string, root: LogRoot): string | undefined {
  const texts =
    root.kind === 'local'
      ? [root.path, root.given ?? root.path].map(text => `${text}/`)
      : [root.url];
  return texts.find(text => `${path}/`.startsWith(text));
}

const CLIMB = /(^|[/\\])\.{1,2}([/\\]|$)/;

/** Undoes one encoding of what is ASCII; a part that is malformed saves no other. */
const decodeOnce = (text: string) =>
  text.replace(/%([0-7][0-9a-f])/gi, (_, code) =>
    String.fromCharCode(parseInt(code, 16)),
  );

/** Whether a path climbs, in plain or in encoded form. */
function climbs(path: string): boolean {
  let text = path;
  // Each round undoes one encoding; what is left after three was made to deceive.
  for (let round = 0; round < 3; round++) {
    if (CLIMB.test(text)) return true;
    text = decodeOnce(text);
  }
  return CLIMB.test(text) || /%(25)*2[eEfF5]/.test(text);
}

/**
 * Tells which root a path of an entity is below; nothing is read.
 *
 * @throws MonitoringSourceError of kind `not-allowed` where it is below none.
 */
export function parsePath(path: string, roots: readonly LogRoot[]): ParsedPath {
  if (!roots.length) {
    throw refuse(
      path,
      'no log may be read, since mlMonitoring.duckdb.roots names no place',
    );
  }
  // Control characters have no place in a name, and a NUL ends it for the system.
  if (/\p{Cc}|\\/u.test(path)) {
    throw refuse(path, 'expected a path without control characters and \\');
  }
  if (climbs(path)) {
    throw refuse(path, 'expected a path without "." and ".." parts');
  }
  const start = roots.find(root => startOf(path, root));
  const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(path);
  if (!start && (scheme || path.startsWith('/') || path.startsWith('~'))) {
    throw refuse(
      path,
      'not below a place that mlMonitoring.duckdb.roots names',
    );
  }
  const below = (start ? path.slice(startOf(path, start)?.length) : path)
    .split('/')
    .filter(Boolean);
  if (below.some(part => part.split('*').length > MAX_STARS + 1)) {
    throw refuse(path, `expected at most ${MAX_STARS} * in each part`);
  }
  const text = below.join('/');
  return {
    roots: start ? [start] : [...roots],
    below: text,
    glob: /[*?[]/.test(text),
  };
}
