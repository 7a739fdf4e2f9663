const DAY_MS = 86_400_000;

/** Age in whole days of a moment in ISO 8601; nothing for none, and zero for one in the future. */
export function ageInDays(
  moment: string | undefined,
  now: Date,
): number | undefined {
  const since = moment === undefined ? NaN : Date.parse(moment);
  if (Number.isNaN(since)) return undefined;
  return Math.max(0, Math.floor((now.getTime() - since) / DAY_MS));
}
