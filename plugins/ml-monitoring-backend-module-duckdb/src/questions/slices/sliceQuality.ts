import type { SliceQuality } from '@airworthy/plugin-ml-monitoring-common';
import type { LogColumn } from '../../log/types';
import type { PartQuality } from '../quality/partQuality';

/** Slices with fewer rows that have a figure come last and without it: they tell little but chance. */
export const LEAST_SLICE_ROWS = 30;
/** The most slices of an answer. */
export const MOST_SLICES = 500;

/** What a slice is called that has no value. */
const MISSING = '(missing)';

/** Slices of parts, worst first. */
export function sliceQualities(
  columns: readonly LogColumn[],
  parts: readonly PartQuality[],
  { metric, better }: { metric: string; better: 'higher' | 'lower' },
): SliceQuality[] {
  const slices = parts
    .filter(({ set }) => set < columns.length)
    .map(({ set, key, figures }): SliceQuality => {
      const figure = figures.get(metric);
      const rows = figure?.rows ?? 0;
      const told = rows >= LEAST_SLICE_ROWS ? figure : undefined;
      return {
        slice: { [columns[set].name]: key ?? MISSING },
        rows,
        metric,
        value: told?.value ?? null,
        ...(told?.interval && {
          lower: told.interval.lower,
          upper: told.interval.upper,
        }),
      };
    });
  const badness = ({ value }: SliceQuality) => {
    if (value === null) return -Infinity;
    return better === 'higher' ? -value : value;
  };
  return slices
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => badness(b) - badness(a) || b.rows - a.rows)
    .slice(0, MOST_SLICES);
}
