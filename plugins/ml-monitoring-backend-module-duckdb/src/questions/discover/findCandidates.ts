import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { formatOf, isHidden } from '../../files/formats';
import type { LogRoot } from '../../files/types';

const MAX_DEPTH = 3;
const MAX_ENTRIES = 5_000;

/** A file or folder that has the name of a deployment or its model. */
export interface Candidate {
  path: string;
  folder: boolean;
}

/** Words of a path or name, so that `flight-delay/production` is `flight-delay-production`. */
const normal = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function fits(entry: Candidate, name: string | undefined): boolean {
  if (!name) return false;
  const stem = entry.folder
    ? entry.path
    : entry.path.replace(
        /(\.(parquet|pq|csv|tsv|jsonl?|ndjson|gz|zst))+$/i,
        '',
      );
  const last = stem.split('/').at(-1) ?? '';
  const wanted = normal(name);
  return normal(stem) === wanted || normal(last) === wanted;
}

/** What is below a folder; links are not followed. */
async function list(root: string, signal: AbortSignal): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const walk = async (below: string, depth: number): Promise<void> => {
    signal.throwIfAborted();
    const entries = await fs
      .readdir(join(root, below), { withFileTypes: true })
      .catch(() => []);
    for (const entry of entries) {
      if (found.length >= MAX_ENTRIES) return;
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (isHidden(path)) continue;
      if (entry.isDirectory()) {
        found.push({ path, folder: true });
        if (depth < MAX_DEPTH) await walk(path, depth + 1);
      } else if (entry.isFile() && formatOf(entry.name)) {
        found.push({ path, folder: false });
      }
    }
  };
  await walk('', 1);
  return found;
}

/** Logs named after a deployment, else those named after its model; below local roots. */
export async function findCandidates(
  roots: LogRoot[],
  names: { deployment: string; model?: string },
  signal: AbortSignal,
): Promise<Candidate[]> {
  const entries: Candidate[] = [];
  for (const root of roots) {
    if (root.kind === 'local') entries.push(...(await list(root.path, signal)));
  }
  for (const name of [names.deployment, names.model]) {
    const fitting = entries.filter(entry => fits(entry, name));
    // What lies in a fitting folder is part of it.
    const outermost = fitting.filter(
      entry => !fitting.some(other => entry.path.startsWith(`${other.path}/`)),
    );
    if (outermost.length) return outermost.slice(0, 3);
  }
  return [];
}

/** A table of training data beside a log, as its name tells. */
export async function findBaseline(
  roots: LogRoot[],
  log: Candidate,
  signal: AbortSignal,
): Promise<string | undefined> {
  const folder = log.path.split('/').slice(0, -1).join('/');
  const inside = log.folder ? [folder, log.path] : [folder];
  for (const root of roots) {
    if (root.kind !== 'local') continue;
    const entries = await list(root.path, signal);
    const found = entries.find(({ path, folder: isFolder }) => {
      const name = path.split('/').at(-1) ?? '';
      const at = path.split('/').slice(0, -1).join('/');
      return (
        !isFolder &&
        at !== '' &&
        inside.includes(at) &&
        /^(baseline|reference|train(ing)?|validation)\b/i.test(name)
      );
    });
    if (found) return found.path;
  }
  return undefined;
}
