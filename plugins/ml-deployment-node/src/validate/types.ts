/** Which document something is about. @public */
export interface DocumentRef {
  /** Among the documents that were given, from 0. */
  index: number;
  kind?: string;
  namespace?: string;
  name?: string;
}

/** Something that is wrong with a manifest. @public */
export interface ManifestProblem {
  document: DocumentRef;
  /** JSON pointer. */
  field: string;
  expected: string;
  was: string;
  /** All of it in a sentence. */
  message: string;
  /** `schema` for its shape, `rule` for what only the engine would tell. */
  source: 'schema' | 'rule';
}

/** What was found in manifests. @public */
export interface ManifestValidation {
  valid: boolean;
  problems: ManifestProblem[];
  /** Kinds that no schema is known for. */
  unchecked: string[];
}

/** Something wrong with one document, before the document is named. */
export interface Finding {
  field: string;
  expected: string;
  was: string;
}

/** An object of any shape, as it was parsed. */
export type Json = Record<string, unknown>;
