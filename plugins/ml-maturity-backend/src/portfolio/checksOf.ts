import {
  CheckCoverage,
  GapResponse,
  StatusCounts,
  isCounted,
} from '@airworthy/plugin-ml-maturity-common';
import { unpackStatus } from '../database/statuses';
import { PortfolioView } from './PortfolioService';

const noCounts = (): StatusCounts => ({
  pass: 0,
  fail: 0,
  unknown: 0,
  error: 0,
  waived: 0,
  'not-applicable': 0,
});

const LETTERS = 128;

/** Statuses by check, counted as letters, for there is one for each model and check. */
function countStatuses(view: PortfolioView): StatusCounts[] {
  const { compiled, pool } = view.portfolio;
  const { checks } = compiled.rubric;
  const letters = new Uint32Array(checks.length * LETTERS);
  for (const row of view.rows) {
    if (!pool.isCurrent(row)) continue;
    const { statuses } = row;
    for (let check = 0; check < checks.length; check++) {
      letters[check * LETTERS + statuses.charCodeAt(check)]++;
    }
  }
  return checks.map((_, check) => {
    const counts = noCounts();
    for (let letter = 0; letter < LETTERS; letter++) {
      const count = letters[check * LETTERS + letter];
      if (!count) continue;
      counts[unpackStatus(String.fromCharCode(letter)).status] += count;
    }
    return counts;
  });
}

/** How many models of a view were evaluated by the rubric as it is now. */
function evaluatedIn({ portfolio, rows }: PortfolioView): number {
  return rows.filter(row => portfolio.pool.isCurrent(row)).length;
}

/** How the models of a view do in each check, drafts included. */
export function coverageOf(
  view: PortfolioView,
  now: Date,
): { models: number; coverage: CheckCoverage[] } {
  const counts = countStatuses(view);
  return {
    models: evaluatedIn(view),
    coverage: view.portfolio.compiled.rubric.checks.map((check, index) => ({
      checkId: check.id,
      counted: isCounted(check, now),
      counts: counts[index],
    })),
  };
}

/** Checks that models of a view miss, those first that lift the most. */
export function gapsOf(view: PortfolioView): GapResponse {
  const { compiled, table } = view.portfolio;
  const counts = countStatuses(view);
  return {
    rubricId: compiled.rubric.metadata.id,
    models: evaluatedIn(view),
    items: table
      .gaps(view.include)
      .filter(({ fail, unknown, error }) => fail + unknown + error > 0)
      .map(gap => {
        const index = compiled.checkIndex.get(gap.checkId)!;
        const { title, level, category, phase, effort } =
          compiled.rubric.checks[index];
        const { 'not-applicable': other, ...applicable } = counts[index];
        return {
          ...gap,
          title,
          level,
          category,
          phase,
          effort,
          models: Object.values(applicable).reduce((sum, n) => sum + n, 0),
        };
      }),
  };
}
