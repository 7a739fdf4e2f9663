import { SharePair } from './histogram';
import { ValueCounts } from './values';

/** Rows of each category; no category stands twice. @public */
export type CategoryCounts = ReadonlyMap<string, number>;

/** Rows of the same categories in baseline and current data. @public */
export interface CategoryTable {
  categories: string[];
  reference: number[];
  current: number[];
}

/** Counts categories of samples; missing ones are left out. @public */
export function countCategories(
  samples: Iterable<string | number | boolean | null | undefined>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sample of samples) {
    if (sample === null || sample === undefined || Number.isNaN(sample)) {
      continue;
    }
    const category = String(sample);
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
}

/** Each distinct number as a category. @public */
export function valuesAsCategories(column: ValueCounts): Map<string, number> {
  return new Map(
    Array.from(column.values, (value, i) => [String(value), column.counts[i]]),
  );
}

/** Rows of all categories. @public */
export function categoryRows(counts: CategoryCounts): number {
  let rows = 0;
  for (const count of counts.values()) rows += count;
  return rows;
}

/** Puts categories side by side: those of the baseline by size, then the new ones. @public */
export function alignCategories(
  reference: CategoryCounts,
  current: CategoryCounts,
): CategoryTable {
  const bySize = (counts: CategoryCounts) => (a: string, b: string) =>
    counts.get(b)! - counts.get(a)! || (a < b ? -1 : Number(a > b));
  const known = [...reference.keys()].sort(bySize(reference));
  const unseen = [...current.keys()]
    .filter(category => !reference.has(category))
    .sort(bySize(current));
  const categories = [...known, ...unseen];
  return {
    categories,
    reference: categories.map(category => reference.get(category) ?? 0),
    current: categories.map(category => current.get(category) ?? 0),
  };
}

/**
 * Keeps the largest categories of the baseline and adds the others up; new
 * ones stay apart, added up too, since to be new is what matters of them.
 *
 * @public
 */
export function foldCategories(
  table: CategoryTable,
  keep: number,
): CategoryTable {
  const known = table.reference.filter(count => count > 0).length;
  const total = (counts: number[], from: number, to?: number) =>
    counts.slice(from, to).reduce((sum, count) => sum + count, 0);
  const fold = (counts: number[]) => [
    ...counts.slice(0, Math.min(keep, known)),
    ...(known > keep ? [total(counts, keep, known)] : []),
    ...(known < counts.length ? [total(counts, known)] : []),
  ];
  return {
    categories: [
      ...table.categories.slice(0, Math.min(keep, known)),
      ...(known > keep ? ['(others)'] : []),
      ...(known < table.categories.length ? ['(new)'] : []),
    ],
    reference: fold(table.reference),
    current: fold(table.current),
  };
}

/** Shares of categories; `together` adds the new ones up in one more bin (NannyML). @public */
export function categoryShares(
  table: CategoryTable,
  unseen: 'each' | 'together' = 'each',
): SharePair {
  const part = (counts: number[]) => {
    const rows = counts.reduce((sum, count) => sum + count, 0);
    const shares = counts.map(count => count / rows);
    const known = table.reference.filter(count => count > 0).length;
    return unseen === 'each' || known === counts.length
      ? shares
      : [
          ...shares.slice(0, known),
          shares.slice(known).reduce((sum, share) => sum + share, 0),
        ];
  };
  return { reference: part(table.reference), current: part(table.current) };
}
