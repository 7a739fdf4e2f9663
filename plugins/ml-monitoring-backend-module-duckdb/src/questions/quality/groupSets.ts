/** A way to part rows: by SQL of a key, or not at all. */
export interface RowSet {
  /** Absent for all rows together. */
  sql?: string;
}

/** What a query over sets of rows is put together from. */
export interface GroupSets {
  /** Columns of the inner query. */
  inner: string[];
  /** Columns that say which set and key a group is of. */
  outer: string[];
  /** `GROUP BY`, with more columns that every set is grouped by. */
  groupBy(...others: string[]): string;
  /** Index of the set by the value of `which`. */
  setOf(which: number): number;
}

/** Groups the same rows in several ways in one scan. */
export function groupSets(sets: readonly RowSet[]): GroupSets {
  const keys = sets.flatMap(({ sql }, set) => (sql ? [{ sql, set }] : []));
  if (keys.length === 0) {
    return {
      inner: [],
      outer: ['0 AS which', 'NULL::VARCHAR AS key'],
      groupBy: (...others) => (others.length ? `GROUP BY ${others}` : ''),
      setOf: () => 0,
    };
  }
  const names = keys.map((_, i) => `k${i}`);
  const all = 2 ** keys.length - 1;
  return {
    inner: keys.map(({ sql }, i) => `${sql} AS k${i}`),
    outer: [
      `grouping(${names}) AS which`,
      `coalesce(${names.map(name => `${name}::VARCHAR`)}, NULL) AS key`,
    ],
    groupBy: (...others) => {
      const lists = sets.map(({ sql }, set) => {
        const at = keys.findIndex(key => key.set === set);
        return `(${[...(sql ? [names[at]] : []), ...others]})`;
      });
      return `GROUP BY GROUPING SETS (${lists})`;
    },
    setOf: which => {
      // A bit is 0 where the set is grouped by the column; the first is the highest.
      const at = keys.findIndex(
        (_, i) => which === all - 2 ** (keys.length - 1 - i),
      );
      return at >= 0 ? keys[at].set : sets.findIndex(({ sql }) => !sql);
    },
  };
}
