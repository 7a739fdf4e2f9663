import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Knex } from 'knex';

/** A piece of work with its time, what it wrote and how long nobody else had a turn. */
export interface Measured<T> {
  value: T;
  ms: number;
  /** Statements that write. */
  writes: number;
  /** Longest time for which the process answered nobody. */
  pauseMs: number;
}

/** Measures a piece of work on a database. */
export async function measured<T>(
  db: Knex,
  work: () => Promise<T>,
): Promise<Measured<T>> {
  let writes = 0;
  const count = ({ sql }: { sql: string }) => {
    if (/^\s*(insert|update|delete)/i.test(sql)) writes++;
  };
  db.on('query', count);
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  const settle = () => new Promise(resolve => setTimeout(resolve, 30));
  // It counts from its second turn on.
  await settle();
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  // A pause shows when the timer that it held up has fired.
  await settle();
  pauses.disable();
  db.removeListener('query', count);
  return { value, ms, writes, pauseMs: pauses.max / 1e6 };
}

/** A figure as it is printed. */
export const number = (value: number, digits = 0) =>
  value.toLocaleString('en-GB', {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });

/** The value below which a share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
