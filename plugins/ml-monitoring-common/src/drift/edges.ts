import { NumericSummary } from './values';

/** What the width of bins is told from. @public */
export type BinningSummary = Pick<
  NumericSummary,
  'rows' | 'min' | 'max' | 'standardDeviation' | 'skewness'
>;

/** How many bins are at most made, so that a wild column cannot fill the memory. */
const MAX_BINS = 10_000;

/** Edges of equally wide bins; the arithmetic of numpy.linspace, so that the same rows fall into the same bins. */
function evenEdges(min: number, max: number, bins: number): number[] {
  const [from, to] = min === max ? [min - 0.5, max + 0.5] : [min, max];
  const step = (to - from) / bins;
  return Array.from({ length: bins + 1 }, (_, i) =>
    i === bins ? to : i * step + from,
  );
}

function edgesOfWidth(
  { min, max }: BinningSummary,
  width: number,
  integer: boolean,
): number[] {
  if (!Number.isFinite(min) || !Number.isFinite(max)) return [];
  const range = max - min;
  if (!(width > 0)) return evenEdges(min, max, 1);
  // Since version 2 numpy makes bins of whole numbers no narrower than one.
  const atLeast = integer && width < 1 ? 1 : width;
  return evenEdges(
    min,
    max,
    Math.min(MAX_BINS, Math.max(1, Math.ceil(range / atLeast))),
  );
}

/**
 * Edges by Sturges (1926), as `numpy.histogram_bin_edges(values, 'sturges')`:
 * Evidently takes them of baseline and current rows together.
 *
 * @public
 */
export function sturgesEdges(
  summary: BinningSummary,
  options: { integer?: boolean } = {},
): number[] {
  const { rows, min, max } = summary;
  return edgesOfWidth(
    summary,
    (max - min) / (Math.log2(rows) + 1),
    Boolean(options.integer),
  );
}

/**
 * Edges by Doane (1976, The American Statistician 30(4)), as
 * `numpy.histogram_bin_edges(values, 'doane')`: NannyML takes them of the baseline.
 *
 * @public
 */
export function doaneEdges(
  summary: BinningSummary,
  options: { integer?: boolean } = {},
): number[] {
  const { rows: n, min, max, standardDeviation, skewness } = summary;
  const spread = Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3)));
  const width =
    n > 2 && standardDeviation > 0
      ? (max - min) /
        (1 + Math.log2(n) + Math.log2(1 + Math.abs(skewness) / spread))
      : 0;
  return edgesOfWidth(summary, width, Boolean(options.integer));
}

/** Probabilities whose quantiles part a column into so many equal shares. @public */
export function innerProbabilities(bins: number): number[] {
  return Array.from({ length: bins - 1 }, (_, i) => (i + 1) / bins);
}

/**
 * Edges between quantile bins; what lies below the first and above the last
 * is a bin too. Equal quantiles are one edge.
 *
 * @public
 */
export function quantileEdges(inner: readonly number[]): number[] {
  const edges = inner.filter(
    (edge, i) => Number.isFinite(edge) && (i === 0 || edge > inner[i - 1]),
  );
  // A lone edge would have no bin for the very value that most rows have.
  return edges.length === 1 ? [edges[0], edges[0]] : edges;
}
