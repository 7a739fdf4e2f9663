import { scaleLinear } from 'd3-scale';
import { known } from './timeRows';
import type { TimeLimit, TimeSeries } from './types';

/** A limit further out than this many times the data's reach would flatten the data. */
const FURTHEST_LIMIT = 3;

/** About so many figures stand at the axis. */
const TICKS = 4;

/** What the vertical axis covers. */
export interface ValueDomain {
  low: number;
  high: number;
  /** Round figures from the lowest to the highest. */
  ticks: number[];
  /** Limits that are within. */
  shown: TimeLimit[];
  /** Limits too far away to draw. */
  beyond: TimeLimit[];
}

/** Rounds the ends outward, to figures that people count in. */
function rounded(
  low: number,
  high: number,
): Omit<ValueDomain, 'shown' | 'beyond'> {
  const scale = scaleLinear().domain([low, high]).nice(TICKS);
  const [from, to] = scale.domain();
  return { low: from, high: to, ticks: scale.ticks(TICKS) };
}

/**
 * What the vertical axis covers: all figures with their intervals, and the
 * limits that are near enough to be drawn without making a flat line of the
 * figures.
 */
export function valueDomain(
  series: readonly TimeSeries[],
  limits: readonly TimeLimit[],
  fromZero: boolean,
): ValueDomain {
  const values = series
    .flatMap(({ points }) => points)
    .flatMap(({ value, lower, upper }) => [value, lower, upper])
    .map(known)
    .filter(value => value !== undefined);
  const edge = fromZero || values.length === 0 ? [0] : [];
  const of = (pick: (a: number, b: number) => number, also: number[] = []) =>
    [...values, ...edge, ...also].reduce((a, b) => pick(a, b));
  const least = of(Math.min);
  const most = of(Math.max);
  const reach = most - least || Math.abs(most);
  const isNear = ({ value }: TimeLimit) =>
    values.length === 0 ||
    reach === 0 ||
    (value <= most + FURTHEST_LIMIT * reach &&
      value >= least - FURTHEST_LIMIT * reach);
  const shown = limits.filter(isNear);
  const ends = shown.map(({ value }) => value);
  const low = of(Math.min, ends);
  const high = of(Math.max, ends);
  return {
    ...rounded(low, high > low ? high : low + (Math.abs(low) || 1)),
    shown,
    beyond: limits.filter(limit => !isNear(limit)),
  };
}
