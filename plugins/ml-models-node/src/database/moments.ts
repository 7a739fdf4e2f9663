/** A moment as a database gives it (text, milliseconds or a Date), as ISO 8601 in UTC. @public */
export function toIso(value: Date | string | number): string {
  return new Date(value).toISOString();
}

/** The same for a column that may be empty. @public */
export function toIsoOrUndefined(
  value: Date | string | number | null | undefined,
): string | undefined {
  return value === null || value === undefined ? undefined : toIso(value);
}

/** The day of a moment in UTC, `YYYY-MM-DD`. @public */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
