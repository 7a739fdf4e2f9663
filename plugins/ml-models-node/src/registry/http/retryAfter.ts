/**
 * How long a server asks to be left alone, in milliseconds, as its
 * `Retry-After` header says (RFC 9110, section 10.2.3: seconds or a date).
 */
export function retryAfter(
  header: string | string[] | undefined,
  now: number,
): number | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  if (!text) return undefined;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
