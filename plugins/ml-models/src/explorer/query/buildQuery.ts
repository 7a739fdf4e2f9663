import { parseEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { ExplorerState } from '../state/explorerState';
import { ListDefinition, SortDefinition } from './definitions';
import { allOf, anyOf, where } from './predicates';

/** What a query needs beyond the address. */
export interface QueryContext {
  /** References that the reader owns things as; needed for `mine`. */
  ownershipRefs?: string[];
  /** References of what the reader starred; needed for `starred`. */
  starredRefs?: string[];
  /** By id of a filter over related entities: the references of those that match. */
  relatedRefs?: Readonly<Record<string, string[]>>;
}

/** What to ask the catalog for, apart from the page. */
export interface ListQuery {
  predicate: FilterPredicate;
  fullTextFilter?: { term: string; fields: string[] };
  sort: SortDefinition & { order: 'asc' | 'desc' };
  fields: string[];
}

function anyOfRefs(refs: string[]): FilterPredicate {
  // The catalog has no field for the whole reference, so one condition for each kind and namespace.
  const groups = new Map<
    string,
    { kind: string; namespace: string; names: string[] }
  >();
  for (const ref of refs) {
    const { kind, namespace, name } = parseEntityRef(ref);
    const key = `${kind}:${namespace}`.toLocaleLowerCase('en-US');
    const group = groups.get(key) ?? { kind, namespace, names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  return anyOf(
    ...[...groups.values()].map(({ kind, namespace, names }) =>
      allOf(
        where('kind', kind),
        where('metadata.namespace', namespace),
        where('metadata.name', { $in: names }),
      ),
    ),
  );
}

/**
 * Turns the state of a list into a query, or undefined where nothing can match,
 * so that no request is needed.
 */
export function buildQuery(
  definition: ListDefinition,
  state: ExplorerState,
  context: QueryContext = {},
): ListQuery | undefined {
  const conditions: FilterPredicate[] = [definition.predicate];

  for (const { id, field, via } of definition.filters) {
    const values = state.filters[id];
    if (!values) continue;
    if (!via) {
      conditions.push(where(field, { $in: values }));
      continue;
    }
    const refs = context.relatedRefs?.[id] ?? [];
    if (!refs.length) return undefined;
    conditions.push(where(`relations.${via.relation}`, { $in: refs }));
  }
  if (state.mine) {
    const refs = context.ownershipRefs ?? [];
    if (!refs.length) return undefined;
    conditions.push(where('relations.ownedBy', { $in: refs }));
  }
  if (state.starred) {
    const refs = context.starredRefs ?? [];
    if (!refs.length) return undefined;
    conditions.push(anyOfRefs(refs));
  }

  const term = state.search.trim();
  const sort =
    definition.sorts.find(({ id }) => id === state.sort.id) ??
    definition.sorts[0];
  return {
    predicate: allOf(...conditions),
    ...(term && { fullTextFilter: { term, fields: definition.searchFields } }),
    sort: { ...sort, order: state.sort.order },
    fields: definition.fields,
  };
}
