import { FilterPredicate } from '@backstage/filter-predicates';
import { RollupEntry } from '@airworthy/plugin-ml-maturity-common';

/** Fields that select the models of a campaign, with their place in an entity. */
export const SCOPE_FIELDS = {
  owner: 'relations.ownedBy',
  system: 'relations.partOf',
  lifecycle: 'spec.lifecycle',
  task: 'spec.type',
  tag: 'metadata.tags',
} as const;

/** A field that selects models. */
export type ScopeField = keyof typeof SCOPE_FIELDS;

/** Which models a campaign is about; values of a field are alternatives. */
export type Scope = Partial<Record<ScopeField, string[]>>;

const FIELDS = Object.keys(SCOPE_FIELDS) as ScopeField[];

/** The scope as a predicate over entities; all of them where nothing is chosen. */
export function predicateOf(scope: Scope): FilterPredicate {
  const conditions = FIELDS.filter(field => scope[field]?.length).map(
    field =>
      ({ [SCOPE_FIELDS[field]]: { $in: scope[field] } } as FilterPredicate),
  );
  if (conditions.length === 0) return {} as FilterPredicate;
  return conditions.length === 1 ? conditions[0] : { $all: conditions };
}

function valuesOf(value: unknown): string[] | undefined {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  const [[operator, list] = []] = entries;
  return entries.length === 1 && operator === '$in' && Array.isArray(list)
    ? list.map(String)
    : undefined;
}

/** The scope of a predicate, where the form can show it: fields with their values, all of which have to match. */
export function scopeOf(predicate: FilterPredicate): Scope | undefined {
  const { $all } = predicate as { $all?: unknown };
  const conditions: unknown[] = Array.isArray($all) ? $all : [predicate];
  const scope: Scope = {};
  for (const condition of conditions) {
    if (typeof condition !== 'object' || condition === null) return undefined;
    for (const [path, value] of Object.entries(condition)) {
      const field = FIELDS.find(name => SCOPE_FIELDS[name] === path);
      const values = valuesOf(value);
      if (!field || !values || scope[field]) return undefined;
      scope[field] = values;
    }
  }
  return scope;
}

/** Groups with all groups below them. */
export function withChildGroups(
  owners: readonly string[],
  nodes: readonly Pick<RollupEntry, 'id' | 'parents'>[],
): string[] {
  const found = new Set(owners);
  // A set grows while it is walked, so that every new group is walked too.
  for (const owner of found) {
    nodes
      .filter(({ parents }) => parents.includes(owner))
      .forEach(({ id }) => found.add(id));
  }
  return [...found];
}
