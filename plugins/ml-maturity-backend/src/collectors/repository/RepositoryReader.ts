import { RepositoryFile } from './assessRepository';

/** The files of a repository, that they are as they were, or that there is none. */
export type RepositoryAnswer =
  | { state: 'unchanged' }
  | { state: 'absent' }
  | {
      state: 'read';
      etag?: string;
      /** All files, by path from the repository's root. */
      files: RepositoryFile[];
      /** The folder that the location names, where it is not the root. */
      folder?: string;
    };

/** Reads repositories of one kind of location. */
export interface RepositoryReader {
  /** Whether it is for this location. */
  reads(location: { type: string; target: string }): boolean;
  /** Throws where the repository cannot be read. */
  read(
    target: string,
    options: { etag?: string; signal: AbortSignal },
  ): Promise<RepositoryAnswer>;
}
