import { isDeepStrictEqual } from 'node:util';
import { JsonValue } from '@backstage/types';
import { diffArrays } from 'diff';
import { Document, ToStringOptions, parseDocument } from 'yaml';
import { updateNode } from './updateNode';

/* Files are written in several ways; the one that gives the text back is its own. */
const LAYOUTS: ToStringOptions[] = [2, 4].flatMap(indent =>
  [true, false].flatMap(indentSeq =>
    [true, false].map(flowCollectionPadding => ({
      indent,
      indentSeq,
      flowCollectionPadding,
      lineWidth: 0,
    })),
  ),
);

/* Its start, and the comments and empty lines before its first value. */
const HEAD = /^(?:---[ \t]*(?:#.*)?\n)?(?:[ \t]*(?:#.*)?\n)*/;
const END = /\n*$/;

/** With the end as it was, whose empty lines a document does not keep. */
function write(document: Document, layout: ToStringOptions, like: string) {
  const [end] = like.match(END)!;
  return document.toString(layout).replace(END, '') + end;
}

/** The layout that differs from a text in the fewest lines, with what it makes of it. */
function layoutOf(text: string): { layout: ToStringOptions; lines: string[] } {
  const own = text.split('\n');
  const [closest] = LAYOUTS.map(layout => {
    const lines = write(parseDocument(text), layout, text).split('\n');
    const sameLines = lines.filter((line, i) => line === own[i]).length;
    return { layout, lines, sameLines };
  }).sort((a, b) => b.sameLines - a.sameLines);
  return closest;
}

/** The new text with each line that did not change as it was in the old one. */
function keepLines(old: string, normal: string[], written: string): string {
  const own = old.split('\n');
  // Only where a line of one is the line of the other.
  if (own.length !== normal.length) return written;
  let at = 0;
  return diffArrays(normal, written.split('\n'))
    .flatMap(({ added, removed, value, count }) => {
      if (added) return value;
      at += count;
      return removed ? [] : own.slice(at - count, at);
    })
    .join('\n');
}

function isAsWanted(text: string, wanted: JsonValue): boolean {
  const document = parseDocument(text);
  return !document.errors.length && isDeepStrictEqual(document.toJS(), wanted);
}

function edit(text: string, wanted: JsonValue): string | undefined {
  const { layout, lines } = layoutOf(text);
  const document = parseDocument(text);
  document.contents = updateNode(
    document,
    document.contents ?? undefined,
    wanted,
  ) as typeof document.contents;
  const written = write(document, layout, text);
  return [keepLines(text, lines, written), written].find(each =>
    isAsWanted(each, wanted),
  );
}

/**
 * The text of a document brought to a value; comments, quotes, line ends and
 * all lines that do not change stay.
 *
 * @returns undefined where an anchor or alias would carry the change to other places.
 */
export function writeDocument(
  text: string,
  wanted: JsonValue,
): string | undefined {
  const unix = text.replace(/\r\n/g, '\n');
  const [head] = unix.match(HEAD)!;
  let written: string | undefined;
  try {
    written = edit(unix.slice(head.length), wanted);
  } catch {
    // An alias whose anchor went with the change.
    return undefined;
  }
  if (written === undefined) return undefined;
  const whole = head + written;
  return unix === text ? whole : whole.replace(/\n/g, '\r\n');
}
