import { isDeepStrictEqual } from 'node:util';
import { JsonValue } from '@backstage/types';
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

const END = /\n*$/;

const toUnix = (text: string) => text.replace(/\r\n/g, '\n');

/** With the end of the document as it was, whose empty lines a document does not keep. */
function write(document: Document, layout: ToStringOptions, like: string) {
  const [end] = like.match(END)!;
  return document.toString(layout).replace(END, '') + end;
}

function layoutOf(text: string): ToStringOptions {
  const document = parseDocument(text);
  return (
    LAYOUTS.find(layout => write(document, layout, text) === text) ?? LAYOUTS[2]
  );
}

/**
 * The text of a document brought to a value; comments, quotes and line ends
 * stay.
 *
 * @returns undefined where an anchor or alias would carry the change to other places.
 */
export function writeDocument(
  text: string,
  wanted: JsonValue,
): string | undefined {
  const unix = toUnix(text);
  const document = parseDocument(unix);
  let written: string;
  try {
    document.contents = updateNode(
      document,
      document.contents ?? undefined,
      wanted,
    ) as typeof document.contents;
    written = write(document, layoutOf(unix), unix);
    const again = parseDocument(written);
    if (again.errors.length || !isDeepStrictEqual(again.toJS(), wanted)) {
      return undefined;
    }
  } catch {
    // An alias whose anchor went with the change.
    return undefined;
  }
  return unix === text ? written : written.replace(/\n/g, '\r\n');
}
