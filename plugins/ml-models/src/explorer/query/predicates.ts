import { FilterPredicate } from '@backstage/filter-predicates';

/** A condition on one field; its path is only known when the page runs. */
export function where(
  field: string,
  condition: string | { $in: string[] } | { $exists: boolean },
): FilterPredicate {
  return { [field]: condition } as FilterPredicate;
}

/** All of the conditions. */
export function allOf(...conditions: FilterPredicate[]): FilterPredicate {
  return conditions.length === 1 ? conditions[0] : { $all: conditions };
}

/** One of the conditions at least. */
export function anyOf(...conditions: FilterPredicate[]): FilterPredicate {
  return conditions.length === 1 ? conditions[0] : { $any: conditions };
}
