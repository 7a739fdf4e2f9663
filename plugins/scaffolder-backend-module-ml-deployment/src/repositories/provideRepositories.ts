import { WorkspaceRoot } from '@airworthy/plugin-ml-deployment-node';
import { Config } from '@backstage/config';
import { NotAllowedError } from '@backstage/errors';
import { LocalRepositories } from './LocalRepositories';

/**
 * The local repositories.
 *
 * @throws NotAllowedError where app-config names no folder for them.
 */
export type RepositoriesProvider = () => LocalRepositories;

/** Reads where local repositories are; that there are none is told once they are asked for. */
export function provideRepositories(config: Config): RepositoriesProvider {
  const root = WorkspaceRoot.fromConfig(config);
  const repositories = root && new LocalRepositories({ root });
  return () => {
    if (repositories) return repositories;
    throw new NotAllowedError(
      'Local repositories are off: expected a folder in app-config at mlDeployment.workspaces.root, was nothing',
    );
  };
}
