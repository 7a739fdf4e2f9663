import {
  CompiledRubric,
  RollupTable,
} from '@airworthy/plugin-ml-maturity-common';
import { ScorecardSummary } from '../database/ScorecardStore';
import { PortfolioRow, ResultPool, portfolioRow } from './PortfolioRow';

const NO_GROUPS: readonly string[] = [];

/** All scorecards of one rubric in memory, ready to be listed and summed up. */
export class RubricPortfolio {
  readonly compiled: CompiledRubric;
  readonly pool: ResultPool;
  readonly table: RollupTable;
  /** In the order of the table. */
  readonly #rows: PortfolioRow[] = [];
  readonly #indexByRef = new Map<string, number>();

  constructor(compiled: CompiledRubric, rows: Iterable<ScorecardSummary> = []) {
    this.compiled = compiled;
    this.pool = new ResultPool(compiled);
    this.table = RollupTable.create(compiled);
    for (const row of rows) this.set(row);
  }

  get rows(): readonly PortfolioRow[] {
    return this.#rows;
  }

  /** The row of a reference. */
  get(entityRef: string): PortfolioRow | undefined {
    const index = this.#indexByRef.get(entityRef);
    return index === undefined ? undefined : this.#rows[index];
  }

  set(summary: ScorecardSummary): void {
    const row = portfolioRow(summary);
    const index = this.#indexByRef.get(row.entityRef) ?? this.#rows.length;
    this.#indexByRef.set(row.entityRef, index);
    this.#rows[index] = row;
    this.table.set({
      ref: row.entityRef,
      groups: NO_GROUPS,
      results: this.pool.resultsOf(row),
    });
  }

  /** Forgets a row; like in the table the last one takes its position. */
  delete(entityRef: string): void {
    const index = this.#indexByRef.get(entityRef);
    if (index === undefined) return;
    this.table.delete(entityRef);
    const last = this.#rows.pop()!;
    this.#indexByRef.delete(entityRef);
    if (index === this.#rows.length) return;
    this.#rows[index] = last;
    this.#indexByRef.set(last.entityRef, index);
  }
}
