import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mlDeploymentPredicate } from '@airworthy/plugin-ml-models-common';

/** Which deployments a caller may read. */
export type IsVisible = (entityRef: string) => boolean;

const KEPT_MS = 30_000;
const MAX_CALLERS = 500;
const PAGE = 1_000;

/**
 * Tells which deployments a caller may read in the catalog, so that the fleet
 * and its counts leave the others out.
 *
 * @remarks
 *
 * Where the policy lets the caller read all, nothing is asked. Where it sets
 * conditions the catalog applies them: the references are read with the
 * caller's own credentials, and kept for half a minute.
 */
export class Visibility {
  readonly #options: VisibilityOptions;
  readonly #known = new Map<
    string,
    { at: number; refs: Promise<Set<string>> }
  >();

  constructor(options: VisibilityOptions) {
    this.#options = options;
  }

  async of(credentials: BackstageCredentials): Promise<IsVisible> {
    const [decision] = await this.#options.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return () => true;
    if (decision.result === AuthorizeResult.DENY) return () => false;
    const refs = await this.#refsOf(credentials);
    return entityRef => refs.has(entityRef);
  }

  #refsOf(credentials: BackstageCredentials): Promise<Set<string>> {
    const { auth } = this.#options;
    // Without a user the conditions cannot be told apart by caller.
    if (!auth.isPrincipal(credentials, 'user')) return this.#read(credentials);
    const caller = credentials.principal.userEntityRef;
    const known = this.#known.get(caller);
    if (known && Math.abs(Date.now() - known.at) < KEPT_MS) return known.refs;
    const refs = this.#read(credentials);
    const entry = { at: Date.now(), refs };
    this.#known.delete(caller);
    this.#known.set(caller, entry);
    refs.catch(() => {
      if (this.#known.get(caller) === entry) this.#known.delete(caller);
    });
    if (this.#known.size > MAX_CALLERS) {
      this.#known.delete(this.#known.keys().next().value!);
    }
    return refs;
  }

  async #read(credentials: BackstageCredentials): Promise<Set<string>> {
    const refs = new Set<string>();
    const pages = this.#options.catalog.streamEntities(
      {
        query: mlDeploymentPredicate,
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        pageSize: PAGE,
      },
      { credentials },
    );
    for await (const page of pages) {
      page.forEach(entity => refs.add(stringifyEntityRef(entity)));
    }
    return refs;
  }
}

interface VisibilityOptions {
  permissions: PermissionsService;
  catalog: CatalogService;
  auth: AuthService;
}
