import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { PortfolioIndex } from '../portfolio/PortfolioIndex';
import { PortfolioRow } from '../portfolio/PortfolioRow';
import { RubricPortfolio } from '../portfolio/RubricPortfolio';
import { StoredCampaign } from '../database/CampaignStore';
import { Standing, checksOfGoal, standingOf } from './standings';

const KEPT_MS = 60_000;
const MAX_KEPT = 200;
const PAGE = 1_000;

/** Tells which models are in a campaign's scope, and where they stand. */
export class CampaignMembers {
  readonly #options: {
    catalog: CatalogService;
    auth: AuthService;
    index: PortfolioIndex;
  };
  readonly #known = new Map<
    string,
    { at: number; refs: Promise<Set<string>> }
  >();

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    index: PortfolioIndex;
  }) {
    this.#options = options;
  }

  /** Where each model of the scope stands now, whoever may read it. */
  async standingsOf(campaign: StoredCampaign): Promise<Standing[]> {
    const { portfolio, rows } = await this.rowsOf(campaign);
    const checks = checksOfGoal(portfolio.compiled, campaign.goal);
    return rows.map(row => standingOf(row, portfolio, campaign.goal, checks));
  }

  /** Scorecards of the models of the scope, whoever may read them. */
  async rowsOf(
    campaign: Pick<StoredCampaign, 'rubricId' | 'scope'>,
  ): Promise<{ portfolio: RubricPortfolio; rows: PortfolioRow[] }> {
    const { portfolio } = await this.#options.index.of(campaign.rubricId);
    const { appliesTo } = portfolio.compiled.rubric;
    const refs = await this.#refsOf(
      Object.keys(campaign.scope as object).length
        ? { $all: [appliesTo as FilterPredicate, campaign.scope] }
        : (appliesTo as FilterPredicate),
    );
    return {
      portfolio,
      rows: portfolio.rows.filter(({ entityRef }) => refs.has(entityRef)),
    };
  }

  // The same scope selects the same models for a minute, whose campaign it is.
  #refsOf(query: FilterPredicate): Promise<Set<string>> {
    const key = JSON.stringify(query);
    const now = Date.now();
    const known = this.#known.get(key);
    if (known && Math.abs(now - known.at) < KEPT_MS) return known.refs;
    const entry = { at: now, refs: this.#read(query) };
    this.#known.delete(key);
    this.#known.set(key, entry);
    entry.refs.catch(() => {
      if (this.#known.get(key) === entry) this.#known.delete(key);
    });
    if (this.#known.size > MAX_KEPT) {
      this.#known.delete(this.#known.keys().next().value!);
    }
    return entry.refs;
  }

  async #read(query: FilterPredicate): Promise<Set<string>> {
    const { catalog, auth } = this.#options;
    const refs = new Set<string>();
    const pages = catalog.streamEntities(
      {
        query,
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        pageSize: PAGE,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      page.forEach(entity => refs.add(stringifyEntityRef(entity)));
    }
    return refs;
  }
}
