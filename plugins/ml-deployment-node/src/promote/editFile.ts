import { InputError } from '@backstage/errors';
import { isDeepStrictEqual } from 'node:util';
import { Document, parseAllDocuments } from 'yaml';
import { ManifestText } from '../manifests/types';
import { at, isObject } from '../validate/read';
import { Edit } from './types';

/** A file, parsed so that it can be written again with its comments. */
export interface ParsedFile {
  path: string;
  content: string;
  documents: Document.Parsed[];
}

/**
 * Parses a file of manifests.
 *
 * @throws InputError where it is not YAML.
 */
export function parseFile({ path, content }: ManifestText): ParsedFile {
  const parsed = parseAllDocuments(content);
  const documents = Array.isArray(parsed) ? parsed : [];
  for (const { errors } of documents) {
    if (errors.length) {
      throw new InputError(`${path}: expected YAML, was: ${errors[0].message}`);
    }
  }
  return { path, content, documents };
}

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
      ? document.createNode(structuredClone(edit.value), {
          aliasDuplicateObjects: false,
        })
      : edit.value,
  );
}

/* Files are written in either way; the one that gives the text back is its own. */
const LAYOUTS = [
  { lineWidth: 0, indentSeq: true },
  { lineWidth: 0, indentSeq: false },
];

const write = (documents: Document[], layout: (typeof LAYOUTS)[number]) =>
  documents.map(document => document.toString(layout)).join('');

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
  const layout =
    LAYOUTS.find(each => write(file.documents, each) === file.content) ??
    LAYOUTS[0];
  const expected = structuredClone(file.documents[index].toJS());
  const documents = file.documents.map((document, i) =>
    i === index ? document.clone() : document,
  );
  const refuse = () => {
    throw new InputError(
      `${file.path}: expected no anchors where it is changed, was: an anchor that other places use. Write them out first`,
    );
  };
  for (const edit of edits) {
    editValue(expected, edit);
    try {
      editDocument(documents[index], edit);
    } catch {
      refuse();
    }
  }
  if (!isDeepStrictEqual(documents[index].toJS(), expected)) refuse();
  return write(documents, layout);
}
