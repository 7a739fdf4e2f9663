/** A text with something in it, else undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** An object's own fields, none where it is not an object. */
export function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** The entries of a list that can be read. */
export function list<T>(
  value: unknown,
  read: (entry: unknown) => T | undefined,
): T[] {
  return Array.isArray(value)
    ? value.map(read).filter(entry => entry !== undefined)
    : [];
}

/** Drops what is undefined, so that a field is there or not. */
export function present<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as T;
}
