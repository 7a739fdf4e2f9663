const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A span in whole hours up to two days, in whole days beyond, ISO 8601; never shorter than the span. */
export function formatSpan(ms: number): string {
  const hours = Math.max(1, Math.ceil(ms / HOUR_MS));
  return hours <= 48 ? `PT${hours}H` : `P${Math.ceil(hours / 24)}D`;
}

const SPAN =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Length of an ISO 8601 duration in milliseconds; months count 30 days, years 365. @public */
export function spanMs(duration: string): number {
  const parts = SPAN.exec(duration)?.slice(1);
  if (!parts) return NaN;
  const lengths = [365, 30, 7, 1].map(days => days * DAY_MS);
  return [...lengths, HOUR_MS, 60_000, 1_000].reduce(
    (sum, length, i) => sum + Number(parts[i] ?? 0) * length,
    0,
  );
}

/** How long it takes for a share of the traffic to give so many rows. */
export function timeFor(
  rows: number,
  requestsPerDay: number,
  percent: number,
): number {
  return (rows / (requestsPerDay * (percent / 100))) * DAY_MS;
}

export const DAY = DAY_MS;
export const HOUR = HOUR_MS;
