/**
 * Chosen values by field, with those of one field replaced; a field without
 * values is not there at all, so that it is not in an address either.
 *
 * @public
 */
export function withFilter<K extends string>(
  chosen: Readonly<Partial<Record<K, string[]>>>,
  field: K,
  values: readonly string[],
): Partial<Record<K, string[]>> {
  const next: Partial<Record<K, string[]>> = { ...chosen };
  if (values.length) {
    next[field] = [...values];
  } else {
    delete next[field];
  }
  return next;
}
