import { parsePatch } from 'diff';

/** A line of a file with what happens to it. */
export interface DiffLine {
  kind: 'same' | 'plus' | 'minus';
  text: string;
}

/** What changes in one file. */
export interface DiffFile {
  path: string;
  kind: 'changed' | 'added' | 'removed';
  hunks: { from: number; lines: DiffLine[] }[];
}

const KINDS: Readonly<Record<string, DiffLine['kind']>> = {
  '+': 'plus',
  '-': 'minus',
};
const NOWHERE = '/dev/null';

/** The files of a unified diff; undefined for a text that is none. */
export function diffFiles(diff: string): DiffFile[] | undefined {
  try {
    const patches = parsePatch(diff).filter(({ hunks }) => hunks.length > 0);
    if (patches.length === 0) return undefined;
    return patches.map(({ oldFileName, newFileName, hunks }) => {
      const isGone = newFileName === NOWHERE;
      const isNew = oldFileName === NOWHERE;
      const name = (isGone ? oldFileName : newFileName) ?? '';
      return {
        path: name.replace(/^[ab]\//, ''),
        kind: (isGone && 'removed') || (isNew && 'added') || 'changed',
        hunks: hunks.map(({ oldStart, newStart, lines }) => ({
          from: isNew ? newStart : oldStart,
          lines: lines
            // "\ No newline at end of file" is about the line before it.
            .filter(line => !line.startsWith('\\'))
            .map(line => ({
              kind: KINDS[line[0]] ?? 'same',
              text: line.slice(1),
            })),
        })),
      };
    });
  } catch {
    return undefined;
  }
}
