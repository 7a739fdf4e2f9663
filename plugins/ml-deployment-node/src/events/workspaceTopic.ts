/** Topic of changes of local repositories. @public */
export const ML_DEPLOYMENT_WORKSPACE_TOPIC = 'ml-deployment.workspace';

/** A local repository was made or changed. @public */
export interface MlDeploymentWorkspaceEvent {
  /** Name of the repository: a folder below the root. */
  repository: string;
  /** Commit that it is at now. */
  commit: string;
}
