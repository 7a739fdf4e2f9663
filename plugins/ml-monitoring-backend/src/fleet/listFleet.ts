import { InputError } from '@backstage/errors';
import {
  FleetEntry,
  FleetFacet,
  FleetPage,
  FleetQuery,
  HEALTH_STATUSES,
  HealthStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import { z } from 'zod';
import { hoursUntil, hoursUpTo } from '../status/hours';
import { FleetRow } from './FleetIndex';

const FACETS = [
  'owner',
  'system',
  'environment',
  'lifecycle',
  'model',
  'type',
] as const;
type Facet = (typeof FACETS)[number];
type Sort = NonNullable<FleetQuery['sort']>;

const HOURS = 24;
const RETIRED = 'retired';

const cursorSchema = z.tuple([z.string(), z.string(), z.string(), z.string()]);

const severity = (status: HealthStatus) =>
  String(HEALTH_STATUSES.length - 1 - HEALTH_STATUSES.indexOf(status));

// Empty values come last in ascending order.
const LAST = '\uffff';
const keys: Record<Sort, (row: FleetRow) => string> = {
  status: row => severity(row.status),
  since: row => row.since ?? LAST,
  name: row => row.sortName,
  owner: row => row.facts.owner ?? LAST,
  environment: row => row.facts.environment ?? LAST,
  model: row => row.facts.model ?? LAST,
};

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function readCursor(text: string, sort: string, order: string) {
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

function entryOf(row: FleetRow, now: Date): FleetEntry {
  const { facts, summary, hours, hoursUntil: until } = row;
  return {
    entityRef: row.entityRef,
    ...facts,
    status: row.status,
    since: row.since,
    evaluatedAt: row.evaluatedAt,
    reason: row.reason,
    ...summary,
    hours: until
      ? hoursUpTo(hoursUntil(hours, until), row.status, now, HOURS)
      : [],
  };
}

function facetsOf(
  rows: readonly FleetRow[],
  passes: (row: FleetRow, but: Facet) => boolean,
): FleetPage['facets'] {
  const facets = {} as FleetPage['facets'];
  for (const facet of FACETS) {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const value = row.facts[facet];
      // A facet shows what else could be chosen, so its own filter is left out.
      if (value === undefined || !passes(row, facet)) continue;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    facets[facet] = [...counts]
      .map(([value, count]): FleetFacet => ({ value, count }))
      .sort((a, b) => b.count - a.count || compare(a.value, b.value));
  }
  return facets;
}

/**
 * A page of the fleet. The cursor names the last row of the page before, so
 * that rows which come or go meanwhile neither repeat nor hide others.
 */
export function listFleet(
  all: Iterable<FleetRow>,
  query: Omit<FleetQuery, 'limit'> & { limit: number },
  now: Date,
): FleetPage {
  const { sort = 'status', order = 'asc', limit, text } = query;
  const words = (text ?? '').toLocaleLowerCase('en-GB').split(/\s+/);
  const refs = query.ref && new Set(query.ref);
  const wanted = FACETS.flatMap(facet => {
    const values = query[facet];
    return values ? [{ facet, values: new Set(values) }] : [];
  });
  const passesFacets = (row: FleetRow, but?: Facet) =>
    wanted.every(
      ({ facet, values }) =>
        facet === but || values.has(row.facts[facet] ?? ''),
    );
  // Who has retired a deployment looks at its health no more, unless asked to.
  const withRetired = refs || query.lifecycle?.includes(RETIRED);
  const base = [...all].filter(
    row =>
      (withRetired || row.facts.lifecycle !== RETIRED) &&
      (!refs || refs.has(row.entityRef)) &&
      words.every(word => row.searchText.includes(word)),
  );
  const ofStatus = (row: FleetRow) =>
    !query.status || query.status.includes(row.status);
  const filtered = base.filter(row => passesFacets(row));
  const statuses = { ok: 0, warning: 0, critical: 0, unknown: 0 };
  filtered.forEach(({ status }) => statuses[status]++);

  const direction = order === 'asc' ? 1 : -1;
  const keyOf = keys[sort];
  const sorted = filtered
    .filter(ofStatus)
    .map(row => ({ row, key: keyOf(row) }))
    .sort(
      (a, b) =>
        direction * compare(a.key, b.key) ||
        compare(a.row.entityRef, b.row.entityRef),
    );
  let start = 0;
  if (query.cursor) {
    const { key, ref } = readCursor(query.cursor, sort, order);
    start = sorted.findIndex(one => {
      const byKey = direction * compare(one.key, key);
      return byKey > 0 || (byKey === 0 && one.row.entityRef > ref);
    });
    if (start < 0) start = sorted.length;
  }
  const page = sorted.slice(start, start + limit);
  const last = page[page.length - 1];
  return {
    items: page.map(({ row }) => entryOf(row, now)),
    totalItems: sorted.length,
    nextCursor:
      last && start + limit < sorted.length
        ? Buffer.from(
            JSON.stringify([sort, order, last.key, last.row.entityRef]),
          ).toString('base64url')
        : undefined,
    statuses,
    facets: facetsOf(base.filter(ofStatus), passesFacets),
  };
}
