import type { Story } from '../story.ts';
import type { LogFile } from '../types.ts';

/** A file a week, named by its Monday, of a table with `timestamp`. */
export const weekly = (
  story: Story,
  table: string,
  options: { format: 'parquet' | 'csv' | 'json'; time?: string },
): LogFile[] =>
  story.weeks.map(({ name, from, to }) => {
    const time = options.time ?? 'timestamp';
    return {
      name: `log-${name}.${options.format}`,
      query: `FROM ${table} WHERE ${time} >= ${from} AND ${time} < ${to} ORDER BY ALL`,
    };
  });

/** SQL: columns of a label that are empty until it is known. */
export const known = (
  story: Story,
  columns: { label: string; at: string },
): string => `
  CASE WHEN ${columns.at} <= ${story.now} THEN ${columns.label} END AS label,
  CASE WHEN ${columns.at} <= ${story.now} THEN ${columns.at} END AS label_timestamp`;
