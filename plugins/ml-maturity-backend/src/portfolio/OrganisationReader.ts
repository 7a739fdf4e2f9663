import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Organisation } from './Organisation';

const KEPT_MS = 60_000;
// The catalog is asked again soon after it failed, but not by every request.
const RETRY_MS = 5_000;
const PAGE = 1_000;

/** The organisation as the catalog last told it. */
export interface OrganisationState {
  organisation: Organisation;
  /** Why it is missing or old. */
  problem?: string;
}

/** Reads groups, systems and domains from the catalog, at most once a minute. */
export class OrganisationReader {
  readonly #options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  };
  #last: OrganisationState = { organisation: Organisation.empty() };
  #state: Promise<OrganisationState> | undefined;
  #readAt = 0;
  #keptFor = 0;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  get(): Promise<OrganisationState> {
    const now = Date.now();
    if (!this.#state || Math.abs(now - this.#readAt) > this.#keptFor) {
      this.#readAt = now;
      this.#keptFor = KEPT_MS;
      this.#state = this.#read();
    }
    return this.#state;
  }

  async #read(): Promise<OrganisationState> {
    const { catalog, auth, logger } = this.#options;
    try {
      const credentials = await auth.getOwnServiceCredentials();
      const pages = catalog.streamEntities(
        {
          query: { kind: { $in: ['Group', 'System', 'Domain'] } },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
            'spec.profile.displayName',
            'relations',
          ],
          pageSize: PAGE,
        },
        { credentials },
      );
      const entities: Entity[] = [];
      for await (const page of pages) entities.push(...page);
      this.#last = { organisation: Organisation.fromEntities(entities) };
      return this.#last;
    } catch (error) {
      const problem = `The catalog did not tell groups, systems and domains: ${
        toError(error).message
      }`;
      logger.warn(problem);
      this.#keptFor = RETRY_MS;
      // The last known one is better than none.
      return { organisation: this.#last.organisation, problem };
    }
  }
}
