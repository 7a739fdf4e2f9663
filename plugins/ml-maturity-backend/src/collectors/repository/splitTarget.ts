import { ScmIntegrationRegistry } from '@backstage/integration';

// Azure DevOps names the path in the query, the others in the path.
const pathOf = (url: string) => {
  const { searchParams, pathname } = new URL(url);
  return searchParams.get('path') ?? decodeURIComponent(pathname);
};

const trim = (path: string) => path.replace(/^\/+|\/+$/g, '');

/** The root of the repository that an address lies in, and the folder that it names below it. */
export function splitTarget(
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>,
  target: string,
): { root: string; folder?: string } {
  try {
    const root = integrations.resolveUrl({ url: '/', base: target });
    const [whole, start] = [trim(pathOf(target)), trim(pathOf(root))];
    if (whole === start || root === target) return { root };
    if (start !== '' && !whole.startsWith(`${start}/`)) return { root: target };
    return { root, folder: whole.slice(start.length).replace(/^\/+/, '') };
  } catch {
    // An address that no integration can take apart is read as it is.
    return { root: target };
  }
}
