import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/** Which entities a caller may read. @public */
export type IsVisible = (entityRef: string) => boolean;

const KEPT_MS = 30_000;
const MAX_CALLERS = 500;
const PAGE = 1_000;

/**
 * Tells which entities a caller may read in the catalog, so that lists, counts
 * and rollups leave the others out.
 *
 * @remarks
 *
 * Where the policy lets the caller read all, nothing is asked. Where it sets
 * conditions the catalog applies them: the references are read with the
 * caller's own credentials, and kept for half a minute.
 *
 * @public
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
    const refs = await this.refsOf(credentials);
    return refs === 'all' ? () => true : entityRef => refs.has(entityRef);
  }

  /** References that the caller may read, or `all`. */
  async refsOf(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string> | 'all'> {
    const [decision] = await this.#options.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return 'all';
    if (decision.result === AuthorizeResult.DENY) return new Set();
    return this.#refsOf(credentials);
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
    const { catalog, query } = this.#options;
    const refs = new Set<string>();
    const pages = catalog.streamEntities(
      {
        query: query(),
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

/** Options of a {@link Visibility}. @public */
export interface VisibilityOptions {
  permissions: PermissionsService;
  catalog: CatalogService;
  auth: AuthService;
  /** The entities that are asked about, as the catalog finds them. */
  query: () => FilterPredicate;
}
