/** A query string, with `?` in front where it is not empty; a list repeats its name. */
export function toQuery(values: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== '') {
        query.append(name, String(item));
      }
    }
  }
  const text = query.toString();
  return text && `?${text}`;
}
