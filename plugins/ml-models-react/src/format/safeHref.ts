/**
 * An address that a reader may follow: absolute, http or https, without
 * credentials. Anything else, `javascript:` first of all, is undefined.
 *
 * @public
 */
export function safeHref(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const url = new URL(value);
    const web = url.protocol === 'http:' || url.protocol === 'https:';
    return web && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}
