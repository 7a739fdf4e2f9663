/** The shapes of points. */
export type PointShape =
  | 'circle'
  | 'square'
  | 'triangle'
  | 'diamond'
  | 'cross'
  | 'ring';

interface LineStyle {
  colour: string;
  dash?: string;
  marker: number;
  shape: PointShape;
}

/** Told apart by dash and marker too, for those who see no difference in colour. */
export const LINE_STYLES: readonly LineStyle[] = [
  { colour: 'var(--chart-1)', marker: 4, shape: 'circle' },
  { colour: 'var(--chart-2)', dash: '6 4', marker: 3, shape: 'square' },
  { colour: 'var(--chart-3)', dash: '2 3', marker: 5, shape: 'triangle' },
  { colour: 'var(--chart-4)', dash: '10 4 2 4', marker: 3, shape: 'diamond' },
  { colour: 'var(--chart-5)', dash: '1 5', marker: 4, shape: 'cross' },
  { colour: 'var(--chart-6)', dash: '12 4', marker: 4, shape: 'ring' },
  { colour: 'var(--chart-marker)', marker: 3, shape: 'circle' },
];

/** The place of lines that are of all there is, rather than of one variant. @public */
export const OVERALL_SLOT = LINE_STYLES.length - 1;

/** The style of a place in the list, which begins anew after the last. */
export function lineStyle(slot: number): LineStyle {
  return LINE_STYLES[slot % LINE_STYLES.length];
}
