import { InputError } from '@backstage/errors';
import { CST, Document, Parser, parseDocument } from 'yaml';

/** A piece of a YAML file: the pieces put together are the file to the letter. */
export interface Piece {
  text: string;
  /** Absent for what lies between documents, and for an empty one. */
  document?: Document.Parsed;
}

function problemOf(document: Document.Parsed): string | undefined {
  if (document.errors.length) return document.errors[0].message;
  try {
    document.toJS();
    return undefined;
  } catch (error) {
    // Aliases of what is not there, or of so much that it would fill the memory.
    return (error as Error).message;
  }
}

/**
 * The documents of a YAML file with all that is between them.
 *
 * @throws InputError where it is not YAML.
 */
export function splitDocuments(path: string, content: string): Piece[] {
  let count = 0;
  return [...new Parser().parse(content)].map(token => {
    const text = CST.stringify(token);
    if (token.type !== 'document') return { text };
    count += 1;
    const document = parseDocument(text);
    const problem = problemOf(document);
    if (problem) {
      throw new InputError(
        `${path}: document ${count}: expected YAML, was: ${
          problem.split('\n')[0]
        }`,
      );
    }
    return document.contents ? { text, document } : { text };
  });
}
