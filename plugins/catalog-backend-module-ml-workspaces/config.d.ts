export interface Config {
  mlDeployment?: {
    /** Local git repositories, the way to publish that needs no code host. */
    workspaces?: {
      /**
       * Folder whose sub-folders are the repositories; a relative path is taken
       * from the backend's working directory. Without it they are off.
       * @visibility backend
       */
      root?: string;
    };
  };
}
