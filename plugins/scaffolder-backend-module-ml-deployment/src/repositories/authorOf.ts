import { Config } from '@backstage/config';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { Author } from './GitRepository';

/* Neither may hold what git ends a name or an address with. */
const plain = (text: string) => text.replace(/[<>\r\n\0]/g, '').trim();

/** Who runs a task, as the author of a commit. */
export function authorOf(
  user: ActionContext<{}>['user'],
  config: Config,
): Author {
  const profile = user?.entity?.spec?.profile;
  const { ref } = user ?? {};
  const fallback = (field: 'name' | 'email') =>
    config.getOptionalString(`scaffolder.defaultAuthor.${field}`);
  return {
    name: plain(
      profile?.displayName ?? ref ?? fallback('name') ?? 'Scaffolder',
    ),
    email: plain(profile?.email ?? ref ?? fallback('email') ?? 'scaffolder'),
  };
}
