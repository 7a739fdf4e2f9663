import {
  CheckResult,
  CompiledRubric,
  StatusCounts,
} from '@airworthy/plugin-ml-maturity-common';
import { ScorecardSummary } from '../database/ScorecardStore';
import { unpackStatus } from '../database/statuses';

/** A scorecard in memory, with what lists sort and search by. */
export interface PortfolioRow extends ScorecardSummary {
  /** Name in lower case. */
  sortName: string;
  /** What the text filter looks into, in lower case. */
  searched: string;
}

const lower = (text: string) => text.toLocaleLowerCase('en-US');

export function portfolioRow(summary: ScorecardSummary): PortfolioRow {
  const { entityRef, name, title, owner, system } = summary.entity;
  return {
    ...summary,
    sortName: lower(title ?? name),
    searched: lower(
      [entityRef, title, owner, system].filter(Boolean).join('\n'),
    ),
  };
}

/**
 * Reads packed statuses as results. Those of one check and status are all one
 * object, so that ten thousand models cost no more than their lists.
 */
export class ResultPool {
  readonly #compiled: CompiledRubric;
  readonly #results: Map<string, CheckResult>[];

  constructor(compiled: CompiledRubric) {
    this.#compiled = compiled;
    this.#results = compiled.rubric.checks.map(() => new Map());
  }

  /** Whether the statuses of a row are those of this rubric. */
  isCurrent(row: Pick<ScorecardSummary, 'rubricDigest' | 'statuses'>): boolean {
    return (
      row.rubricDigest === this.#compiled.digest &&
      row.statuses.length === this.#results.length
    );
  }

  /** The results of a row, without reasons and facts; undefined where it waits for its evaluation. */
  resultsOf(row: ScorecardSummary): CheckResult[] | undefined {
    if (!this.isCurrent(row)) return undefined;
    return this.#results.map((_, check) =>
      this.#at(check, row.statuses[check]),
    );
  }

  resultAt(row: ScorecardSummary, check: number): CheckResult | undefined {
    return this.isCurrent(row)
      ? this.#at(check, row.statuses[check])
      : undefined;
  }

  /** How many counted checks of a row have which status. */
  countsOf(row: ScorecardSummary): StatusCounts {
    const counts: StatusCounts = {
      pass: 0,
      fail: 0,
      unknown: 0,
      error: 0,
      waived: 0,
      'not-applicable': 0,
    };
    for (const letter of row.statuses) {
      const { status, counted } = unpackStatus(letter);
      if (counted || status === 'not-applicable') counts[status]++;
    }
    return counts;
  }

  #at(check: number, letter: string): CheckResult {
    const known = this.#results[check].get(letter);
    if (known) return known;
    const result: CheckResult = {
      checkId: this.#compiled.rubric.checks[check].id,
      ...unpackStatus(letter),
      method: 'none',
      reason: '',
      facts: [],
    };
    this.#results[check].set(letter, result);
    return result;
  }
}
