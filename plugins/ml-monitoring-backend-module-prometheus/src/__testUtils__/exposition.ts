/** Value of a label in the format that exporters answer. */
function escaped(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
}

/** A line of metrics. */
export function line(
  name: string,
  labels: Record<string, string>,
  value: number,
): string {
  const pairs = Object.entries(labels).map(
    ([label, text]) => `${label}="${escaped(text)}"`,
  );
  return `${name}{${pairs.join(',')}} ${value}\n`;
}

/** Lines of a histogram; `shares` are of its buckets, and sum to 1. */
export function histogram(
  name: string,
  labels: Record<string, string>,
  count: number,
  shares: [le: string, share: number][],
): string {
  let below = 0;
  const buckets = shares.map(([le, share]) => {
    below += share;
    return line(`${name}_bucket`, { ...labels, le }, count * below);
  });
  return buckets.join('') + line(`${name}_count`, labels, count);
}
