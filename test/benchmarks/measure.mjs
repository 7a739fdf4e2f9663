import { performance } from 'node:perf_hooks';

const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];

/** Runs something a number of times, after one run that does not count. */
export async function measure(work, times = 10) {
  const answer = await work();
  const took = [];
  for (let i = 0; i < times; i++) {
    const since = performance.now();
    await work();
    took.push(performance.now() - since);
  }
  took.sort((a, b) => a - b);
  return { p50: at(took, 0.5), max: took.at(-1), answer };
}

export const ms = value => `${Math.round(value)} ms`;

/** Prints rows as a Markdown table. */
export function printTable(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  console.log(line(head));
  console.log(line(head.map(() => '---')));
  for (const row of rows) console.log(line(row));
}
