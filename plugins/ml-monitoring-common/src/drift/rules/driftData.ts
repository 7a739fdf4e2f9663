import { InputError } from '@backstage/errors';
import { CategoryCounts, valuesAsCategories } from '../categories';
import {
  doaneEdges,
  innerProbabilities,
  quantileEdges,
  sturgesEdges,
} from '../edges';
import { Histogram, histogramOf } from '../histogram';
import {
  mergeValues,
  quantiles,
  summariseValues,
  ValueCounts,
} from '../values';
import { DriftBinning } from './types';

/** One side of a comparison: rows as values, in bins or in categories. @public */
export type DriftData =
  | { kind: 'values'; values: ValueCounts }
  | { kind: 'histogram'; histogram: Histogram }
  | { kind: 'categories'; counts: CategoryCounts };

/** Baseline and current data of a column, and the baseline's chunks where limits are told from them. @public */
export interface DriftSides {
  reference: DriftData;
  current: DriftData;
  chunks?: readonly DriftData[];
  /** Standard deviation of the baseline, where its values are not given. */
  referenceDeviation?: number;
}

/** Edges of bins by a plan's binning, from exact values. @public */
export function edgesOfValues(
  binning: DriftBinning,
  reference: ValueCounts,
  current: ValueCounts,
  options: { integer?: boolean } = {},
): number[] {
  switch (binning.kind) {
    case 'quantiles':
      return quantileEdges(
        quantiles(reference, innerProbabilities(binning.bins)),
      );
    case 'sturges':
      return sturgesEdges(
        summariseValues(mergeValues(reference, current)),
        options,
      );
    case 'doane':
      return doaneEdges(summariseValues(reference), options);
    default:
      throw new InputError(
        `Binning ${binning.kind} has no edges; expected quantiles, sturges or doane`,
      );
  }
}

/** Puts values into the bins or categories of a plan. @public */
export function arrangeValues(
  binning: DriftBinning,
  edges: readonly number[],
  column: ValueCounts,
): DriftData {
  switch (binning.kind) {
    case 'none':
      return { kind: 'values', values: column };
    case 'categories':
      return { kind: 'categories', counts: valuesAsCategories(column) };
    default:
      return { kind: 'histogram', histogram: histogramOf(column, edges) };
  }
}
