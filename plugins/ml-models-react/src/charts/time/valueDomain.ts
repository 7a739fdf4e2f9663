import { known } from './timeRows';
import type { TimeLimit, TimeSeries } from './types';

/** A limit further out than this many times the data's reach would flatten the data. */
const FURTHEST_LIMIT = 3;

/** What the vertical axis covers. */
export interface ValueDomain {
  low: number;
  high: number;
  /** Limits that are within. */
  shown: TimeLimit[];
  /** Limits too far away to draw. */
  beyond: TimeLimit[];
}

/**
 * What the vertical axis covers: all figures, and the limits that are near
 * enough to be drawn without making a flat line of the figures.
 */
export function valueDomain(
  series: readonly TimeSeries[],
  limits: readonly TimeLimit[],
  fromZero: boolean,
): ValueDomain {
  const values = series
    .flatMap(({ points }) => points)
    .map(({ value }) => known(value))
    .filter(value => value !== undefined);
  if (values.length === 0) {
    const ends = limits.map(({ value }) => value);
    const high = Math.max(...ends, 0);
    return {
      low: Math.min(...ends, 0),
      high: high > 0 ? high * 1.1 : 1,
      shown: [...limits],
      beyond: [],
    };
  }
  let least = values.reduce((a, b) => Math.min(a, b));
  let most = values.reduce((a, b) => Math.max(a, b));
  if (fromZero) {
    least = Math.min(0, least);
    most = Math.max(0, most);
  }
  const reach = most - least || Math.abs(most) || 1;
  const isNear = ({ value }: TimeLimit) =>
    value <= most + FURTHEST_LIMIT * reach &&
    value >= least - FURTHEST_LIMIT * reach;
  const shown = limits.filter(isNear);
  for (const { value } of shown) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const room = (most - least || Math.abs(most) || 1) * 0.08;
  return {
    low: fromZero && least === 0 ? 0 : least - room,
    high: most + room,
    shown,
    beyond: limits.filter(limit => !isNear(limit)),
  };
}
