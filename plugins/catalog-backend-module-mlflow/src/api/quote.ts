/**
 * A name in a search expression of MLflow, which knows both kinds of quotes
 * and no way to escape them; undefined for a name that holds both.
 */
export function quoted(name: string): string | undefined {
  if (!name.includes("'")) return `'${name}'`;
  if (!name.includes('"')) return `"${name}"`;
  return undefined;
}
