import { InputError } from '@backstage/errors';
import { isDeepStrictEqual } from 'node:util';
import { Document, isScalar, parseAllDocuments, stringify } from 'yaml';
import { ParsedFile } from '../manifests/parse';
import { at, isObject } from '../validate/read';
import { Edit } from './types';

function editValue(value: unknown, edit: Edit): void {
  const key = edit.path[edit.path.length - 1];
  const parent = at(value, ...edit.path.slice(0, -1));
  if (Array.isArray(parent) && typeof key === 'number') {
    if (edit.op === 'set') parent[key] = edit.value;
    else parent.splice(key, 1);
  } else if (isObject(parent)) {
    if (edit.op === 'set') parent[key] = edit.value;
    else delete parent[key];
  }
}

function editDocument(document: Document, edit: Edit): void {
  if (edit.op === 'delete') {
    document.deleteIn(edit.path);
    return;
  }
  document.setIn(
    edit.path,
    typeof edit.value === 'object'
      ? document.createNode(edit.value, {
          aliasDuplicateObjects: false,
        })
      : edit.value,
  );
}

/* Files are written in several ways; the one that gives the text back is its own. */
const LAYOUTS = [true, false].flatMap(indentSeq =>
  [true, false].map(flowCollectionPadding => ({
    lineWidth: 0,
    indentSeq,
    flowCollectionPadding,
  })),
);

const write = (documents: Document[], layout: (typeof LAYOUTS)[number]) =>
  documents.map(document => document.toString(layout)).join('');

/* Where only plain values change, all around them stays to the letter. */
function replaceInPlace(
  { content, documents }: ParsedFile,
  index: number,
  edits: readonly Edit[],
): string | undefined {
  const places = edits.map(edit => {
    const node = documents[index].getIn(edit.path, true);
    const isPlain =
      edit.op === 'set' && typeof edit.value !== 'object' && isScalar(node);
    return isPlain && node.range && !node.anchor
      ? {
          from: node.range[0],
          to: node.range[1],
          text: stringify(edit.value, { lineWidth: 0 }).trimEnd(),
        }
      : undefined;
  });
  if (places.some(place => !place)) return undefined;
  // From the end, so that the places before stay where they are.
  return places
    .flatMap(place => place ?? [])
    .sort((a, b) => b.from - a.from)
    .reduce(
      (text, { from, to, text: value }) =>
        text.slice(0, from) + value + text.slice(to),
      content,
    );
}

function isAsExpected(content: string, index: number, expected: unknown) {
  const parsed = parseAllDocuments(content);
  return (
    Array.isArray(parsed) &&
    parsed.every(({ errors }) => !errors.length) &&
    isDeepStrictEqual(parsed[index]?.toJS(), expected)
  );
}

/**
 * The text of a file after edits of one of its documents; comments stay.
 *
 * @throws InputError where an anchor would carry an edit to other places.
 */
export function editFile(
  file: ParsedFile,
  index: number,
  edits: readonly Edit[],
): string {
  // Written out, since an alias gives the very object of its anchor.
  const expected = JSON.parse(JSON.stringify(file.documents[index].toJS()));
  edits.forEach(edit => editValue(expected, edit));
  const inPlace = replaceInPlace(file, index, edits);
  if (inPlace !== undefined && isAsExpected(inPlace, index, expected)) {
    return inPlace;
  }
  const layout =
    LAYOUTS.find(each => write(file.documents, each) === file.content) ??
    LAYOUTS[0];
  const documents = file.documents.map((document, i) =>
    i === index ? document.clone() : document,
  );
  try {
    edits.forEach(edit => editDocument(documents[index], edit));
    const content = write(documents, layout);
    if (isAsExpected(content, index, expected)) return content;
  } catch {
    // A path through an alias ends here too, and is told below.
  }
  throw new InputError(
    `${file.path}: expected no anchors where it is changed, was: an anchor that other places use. Write them out first`,
  );
}
