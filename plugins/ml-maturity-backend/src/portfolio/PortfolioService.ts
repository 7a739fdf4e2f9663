import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { PortfolioFilter } from '@airworthy/plugin-ml-maturity-common';
import { IsVisible, Visibility } from '@airworthy/plugin-ml-models-node';
import { RubricInForce } from '../rubrics/RubricService';
import { Organisation } from './Organisation';
import { OrganisationReader } from './OrganisationReader';
import { PortfolioIndex } from './PortfolioIndex';
import { PortfolioRow } from './PortfolioRow';
import { RubricPortfolio } from './RubricPortfolio';
import { compileFilter } from './compileFilter';

/** The scorecards that a filter selects of those that the caller may read. */
export interface PortfolioView {
  rubric: RubricInForce;
  portfolio: RubricPortfolio;
  organisation: Organisation;
  organisationProblem?: string;
  rows: PortfolioRow[];
  /** Whether the row at a position of the table is among them. */
  include: (index: number) => boolean;
  isVisible: IsVisible;
  /** Number of the change up to which it knows all. */
  change: number;
}

/** Selects scorecards for lists, counts and rollups: nothing hidden gets past it. */
export class PortfolioService {
  readonly #options: {
    index: PortfolioIndex;
    organisation: OrganisationReader;
    visibility: Visibility;
  };

  constructor(options: {
    index: PortfolioIndex;
    organisation: OrganisationReader;
    visibility: Visibility;
  }) {
    this.#options = options;
  }

  async view(
    credentials: BackstageCredentials,
    filter: PortfolioFilter = {},
  ): Promise<PortfolioView> {
    const { index, organisation, visibility } = this.#options;
    const [isVisible, state] = await Promise.all([
      visibility.of(credentials),
      organisation.get(),
    ]);
    const { rubric, portfolio } = await index.of(filter.rubric);
    const matches = compileFilter(filter, {
      compiled: portfolio.compiled,
      pool: portfolio.pool,
      organisation: state.organisation,
      mayDescend: isVisible,
    });
    const included = new Uint8Array(portfolio.rows.length);
    const rows = portfolio.rows.filter((row, position) => {
      const selected = isVisible(row.entityRef) && matches(row);
      included[position] = Number(selected);
      return selected;
    });
    return {
      rubric,
      portfolio,
      organisation: state.organisation,
      organisationProblem: state.problem,
      rows,
      include: position => included[position] === 1,
      isVisible,
      change: index.change,
    };
  }
}
