import { setImmediate as letOthersWork } from 'node:timers/promises';
import { ScorecardStore } from '../database/ScorecardStore';
import { RubricInForce, RubricService } from '../rubrics/RubricService';
import { RubricPortfolio } from './RubricPortfolio';

/**
 * Keeps the summaries of all scorecards in memory. Before each read it asks
 * the database for the number of the newest change, and for the rows that
 * changed only where that number grew: so replicas agree, whoever wrote.
 */
export class PortfolioIndex {
  readonly #scorecards: ScorecardStore;
  readonly #rubrics: RubricService;
  readonly #portfolios = new Map<string, RubricPortfolio>();
  #change = 0;
  #catchingUp: Promise<void> | undefined;

  constructor(options: { scorecards: ScorecardStore; rubrics: RubricService }) {
    this.#scorecards = options.scorecards;
    this.#rubrics = options.rubrics;
  }

  /** Number of the change up to which the index knows all. */
  get change(): number {
    return this.#change;
  }

  /** The scorecards of a rubric in force, or of the first one, as they are now. */
  async of(
    rubricId?: string,
  ): Promise<{ rubric: RubricInForce; portfolio: RubricPortfolio }> {
    const rubric = this.#rubrics.get(rubricId);
    await this.#catchUp(rubric);
    return { rubric, portfolio: this.#portfolioOf(rubric) };
  }

  // A read that comes while another one catches up may have followed a write
  // that the other does not see, so it looks once more.
  async #catchUp(rubric: RubricInForce): Promise<void> {
    while (this.#catchingUp) await this.#catchingUp.catch(() => {});
    this.#catchingUp = this.#readChanges(rubric);
    try {
      await this.#catchingUp;
    } finally {
      this.#catchingUp = undefined;
    }
  }

  async #readChanges(wanted: RubricInForce): Promise<void> {
    const newest = await this.#scorecards.newestChange();
    // Rows of a rubric that was not in force were passed over, and a database
    // may have been put back to an older state: both are read anew.
    const isNew = !this.#portfolios.has(wanted.compiled.rubric.metadata.id);
    if (isNew || newest < this.#change) {
      this.#portfolios.clear();
      this.#rubrics.all().forEach(rubric => this.#portfolioOf(rubric));
      this.#change = 0;
    }
    if (newest === this.#change) return;
    const removed = await this.#scorecards.removedBetween(this.#change, newest);
    for (const { entityRef, rubricId } of removed) {
      this.#portfolios.get(rubricId)?.delete(entityRef);
    }
    // What was removed and came back is among the changed ones.
    for (const [rubricId, portfolio] of this.#portfolios) {
      const pages = this.#scorecards.changedBetween(
        rubricId,
        this.#change,
        newest,
      );
      for await (const page of pages) {
        page.forEach(row => portfolio.set(row));
        await letOthersWork();
      }
    }
    this.#change = newest;
  }

  #portfolioOf({ compiled }: RubricInForce): RubricPortfolio {
    const id = compiled.rubric.metadata.id;
    const known = this.#portfolios.get(id);
    if (known?.compiled.digest === compiled.digest) return known;
    // Another version of the rubric: what was evaluated by the one before waits.
    const portfolio = new RubricPortfolio(compiled, known?.rows);
    this.#portfolios.set(id, portfolio);
    return portfolio;
  }
}
