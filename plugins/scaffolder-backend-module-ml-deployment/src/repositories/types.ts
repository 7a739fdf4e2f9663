import { FolderFile, FolderLimits } from '../lib/folders';
import { Author } from './GitRepository';

/** What a repository may hold at most, so that the portal stays well. */
export const REPOSITORY_LIMITS: FolderLimits = {
  files: 2_000,
  bytes: 5_000_000,
  totalBytes: 50_000_000,
};

/** Whether a repository may or must exist. */
export const PUBLISH_MODES = ['create', 'update', 'create-or-update'] as const;

/** What is to be written into a repository. */
export interface PublishRequest {
  repository: string;
  files: readonly FolderFile[];
  mode: (typeof PUBLISH_MODES)[number];
  /**
   * The commit that the files were fetched from in full: those that are not
   * among them any more are removed. An empty text stands for no repository.
   */
  expectedCommit?: string;
  message: string;
  author: Author;
  /** `main` for a new repository, else the one that is checked out. */
  branch?: string;
  /** Tells a retry from another task. */
  task: string;
}

/** What was written, or would be. */
export interface Published {
  /** Absolute path of the folder. */
  path: string;
  /** Undefined where it only would be. */
  commit?: string;
  /** Paths that the commit changes. */
  files: string[];
  isNew: boolean;
}
