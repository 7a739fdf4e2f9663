/** A point of the wheel. */
export interface Point {
  x: number;
  y: number;
}

/** Where a phase and its steps lie on the wheel; degrees clockwise from the top. */
export interface Sector {
  start: number;
  end: number;
  steps: { start: number; end: number }[];
}

/** Room that a phase has beyond that of its steps, so that one with few steps can carry its name. */
const ROOM_FOR_NAME = 2.5;

/** Shares the circle out: more to a phase with more steps, enough to each. */
export function layoutSectors(
  counts: readonly number[],
  gap: number,
): Sector[] {
  const weights = counts.map(count => count + ROOM_FOR_NAME);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const free = 360 - gap * counts.length;
  let at = 0;
  return counts.map((count, i) => {
    const start = at + gap / 2;
    const end = start + (free * weights[i]) / total;
    at = end + gap / 2;
    const width = (end - start) / Math.max(count, 1);
    return {
      start,
      end,
      steps: Array.from({ length: count }, (_, step) => ({
        start: start + width * step,
        end: start + width * (step + 1),
      })),
    };
  });
}

/** The point at an angle and a distance from the centre. */
export function pointAt(
  centre: number,
  radius: number,
  degrees: number,
): Point {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return {
    x: centre + radius * Math.cos(radians),
    y: centre + radius * Math.sin(radians),
  };
}

const show = ({ x, y }: Point) => `${x.toFixed(2)} ${y.toFixed(2)}`;

/** A line along the circle; anticlockwise where the end lies before the start. */
export function arcLine(
  centre: number,
  radius: number,
  start: number,
  end: number,
): string {
  const large = Math.abs(end - start) > 180 ? 1 : 0;
  const sweep = end > start ? 1 : 0;
  const from = show(pointAt(centre, radius, start));
  const to = show(pointAt(centre, radius, end));
  return `M ${from} A ${radius} ${radius} 0 ${large} ${sweep} ${to}`;
}

/** A segment of a ring, with the same gap in length at both radii. */
export function ringSegment(
  centre: number,
  inner: number,
  outer: number,
  start: number,
  end: number,
  gap: number,
): string {
  const inset = (radius: number) => ((gap / 2 / radius) * 180) / Math.PI;
  const [o, i] = [inset(outer), inset(inner)];
  const large = end - start - 2 * o > 180 ? 1 : 0;
  return [
    `M ${show(pointAt(centre, outer, start + o))}`,
    `A ${outer} ${outer} 0 ${large} 1 ${show(pointAt(centre, outer, end - o))}`,
    `L ${show(pointAt(centre, inner, end - i))}`,
    `A ${inner} ${inner} 0 ${large} 0 ${show(
      pointAt(centre, inner, start + i),
    )}`,
    'Z',
  ].join(' ');
}
