import { InputError } from '@backstage/errors';
import {
  ScorecardListItem,
  ScorecardListRequest,
  ScorecardListResponse,
  ScorecardSort,
} from '@airworthy/plugin-ml-maturity-common';
import { z } from 'zod';
import { PortfolioView } from './PortfolioService';
import { PortfolioRow } from './PortfolioRow';
import { domainsOf } from './compileFilter';

type Key = string | number;

const cursorSchema = z.tuple([
  z.enum(['level', 'score', 'name', 'evaluatedAt']),
  z.enum(['asc', 'desc']),
  z.union([z.string(), z.number()]),
  z.string(),
]);

// Rows without a score come last in both directions.
const keys: Record<
  ScorecardSort,
  (row: PortfolioRow, direction: number) => Key
> = {
  level: row => row.level,
  score: (row, direction) => row.score ?? direction * 2,
  name: row => row.sortName,
  evaluatedAt: row => row.evaluatedAt,
};

function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function readCursor(
  text: string,
  sort: ScorecardSort,
  order: 'asc' | 'desc',
): { key: Key; ref: string } {
  try {
    const [ofSort, ofOrder, key, ref] = cursorSchema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
    if (ofSort === sort && ofOrder === order) return { key, ref };
  } catch {
    // Told below.
  }
  throw new InputError(
    'cursor: expected the nextCursor of an answer with the same sort and order, was another text',
  );
}

/** What a list shows of a row. */
export function listItem(
  view: PortfolioView,
  row: PortfolioRow,
  options: { checks?: boolean } = {},
): ScorecardListItem {
  const { pool } = view.portfolio;
  const { entity } = row;
  const item: ScorecardListItem = {
    ...entity,
    domain: domainsOf(view.organisation)(row)[0],
    level: row.level,
    score: row.score,
    waived: row.waived,
    counts: pool.countsOf(row),
    evaluatedAt: row.evaluatedAt,
    current: pool.isCurrent(row),
  };
  if (options.checks) {
    item.checks = Object.fromEntries(
      (pool.resultsOf(row) ?? []).map(({ checkId, status }) => [
        checkId,
        status,
      ]),
    );
  }
  return item;
}

/** The rows of a view, sorted; those that are equal by their reference. */
export function sortRows(
  rows: readonly PortfolioRow[],
  sort: ScorecardSort,
  order: 'asc' | 'desc',
): PortfolioRow[] {
  const direction = order === 'asc' ? 1 : -1;
  const keyOf = keys[sort];
  return [...rows].sort(
    (a, b) =>
      direction * compareKeys(keyOf(a, direction), keyOf(b, direction)) ||
      compareKeys(a.entityRef, b.entityRef),
  );
}

/**
 * A page of scorecards. The cursor names the last row of the page before, so
 * that rows which come or go meanwhile neither repeat nor hide others.
 */
export function listScorecards(
  view: PortfolioView,
  request: Pick<ScorecardListRequest, 'cursor' | 'fields'> & {
    sort: ScorecardSort;
    order: 'asc' | 'desc';
    limit: number;
  },
): ScorecardListResponse {
  const { sort, order, limit, fields } = request;
  const direction = order === 'asc' ? 1 : -1;
  const keyOf = keys[sort];
  const sorted = sortRows(view.rows, sort, order);
  let start = 0;
  if (request.cursor) {
    const { key, ref } = readCursor(request.cursor, sort, order);
    start = sorted.findIndex(row => {
      const byKey = direction * compareKeys(keyOf(row, direction), key);
      return byKey > 0 || (byKey === 0 && row.entityRef > ref);
    });
    if (start < 0) start = sorted.length;
  }
  const page = sorted.slice(start, start + limit);
  const last = page[page.length - 1];
  const more = start + limit < sorted.length;
  return {
    rubricId: view.rubric.compiled.rubric.metadata.id,
    items: page.map(row => pick(view, row, fields)),
    totalItems: sorted.length,
    nextCursor:
      more && last
        ? Buffer.from(
            JSON.stringify([
              sort,
              order,
              keyOf(last, direction),
              last.entityRef,
            ]),
          ).toString('base64url')
        : undefined,
  };
}

function pick(
  view: PortfolioView,
  row: PortfolioRow,
  fields: readonly (keyof ScorecardListItem)[] | undefined,
): ScorecardListItem {
  const item = listItem(view, row, { checks: fields?.includes('checks') });
  if (!fields) return item;
  return Object.fromEntries(
    fields.filter(field => field in item).map(field => [field, item[field]]),
  ) as unknown as ScorecardListItem;
}
