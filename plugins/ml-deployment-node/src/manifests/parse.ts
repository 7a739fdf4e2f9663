import { InputError } from '@backstage/errors';
import { Document, parseAllDocuments } from 'yaml';
import { ManifestText } from './types';

/** A file, parsed so that it can be written again with its comments. */
export interface ParsedFile {
  path: string;
  content: string;
  documents: Document.Parsed[];
}

/**
 * Parses a file of manifests.
 *
 * @throws InputError where it is not YAML, or its aliases cannot be written out.
 */
export function parseFile({ path, content }: ManifestText): ParsedFile {
  const parsed = parseAllDocuments(content);
  const documents = Array.isArray(parsed) ? parsed : [];
  const refuse = (message: string): never => {
    throw new InputError(
      `${path}: expected YAML, was: ${message.split('\n')[0]}`,
    );
  };
  for (const document of documents) {
    if (document.errors.length) refuse(document.errors[0].message);
    try {
      document.toJS();
    } catch (error) {
      // Aliases of what is not there, or of so much that it would fill the memory.
      refuse(error instanceof Error ? error.message : String(error));
    }
  }
  return { path, content, documents };
}

/**
 * The documents of files of manifests, as they are to be validated; empty ones
 * are left out.
 *
 * @throws InputError where a file is not YAML.
 * @public
 */
export function parseManifests(files: readonly ManifestText[]): unknown[] {
  return files.flatMap(file =>
    parseFile(file)
      .documents.map(document => document.toJS())
      .filter(document => document !== null && document !== undefined),
  );
}
