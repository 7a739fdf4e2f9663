import type { MonitoringTask } from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql, QueryEngine } from '../../engine/types';
import { binarySums } from './binarySums';
import type { RowSet } from './groupSets';
import {
  BINARY_METRICS,
  CLASS_METRICS,
  type PartFigure,
  type PartMetric,
  REGRESSION_METRICS,
} from './metrics';
import type { Outcome } from './outcome';
import { regressionSums } from './regressionSums';
import { rightSums } from './rightSums';
import type { BinaryOutcome } from './scoreGroups';
import type { ToldOutcome } from './tellOutcome';

/** How the quality of parts of the rows is told. */
export type QualityKind =
  | { kind: 'binary'; outcome: BinaryOutcome }
  | { kind: 'classes'; outcome: Outcome }
  | { kind: 'regression'; outcome: Outcome };

/** Figures of a part of the rows. */
export interface PartQuality {
  /** Index of the set of rows. */
  set: number;
  /** Null for all rows together, or where the key is missing. */
  key: string | null;
  rows: number;
  labelled: number;
  /** By metric. */
  figures: ReadonlyMap<string, PartFigure>;
  /** Of rows without a label, by their scores: expected to be predicted right. */
  estimatedAccuracy?: PartFigure;
  /** Share of positives among the predictions, or their mean. */
  prediction?: PartFigure;
}

/** More distinct values are numbers, fewer are classes, where the task does not say. */
const MOST_CLASSES = 20;

/** How quality is told for a task; nothing where the log has no labels. */
export function qualityKind(
  task: MonitoringTask,
  { outcome, binary, counts }: ToldOutcome,
): QualityKind | undefined {
  const { label, prediction, score } = outcome;
  const numbers =
    task === 'regression' ||
    (task === 'other' &&
      outcome.kind === 'number' &&
      counts.classes.length > MOST_CLASSES);
  if (numbers) return prediction ? { kind: 'regression', outcome } : undefined;
  if (task === 'generation' || !(label || score)) return undefined;
  if (binary) return { kind: 'binary', outcome: binary };
  return prediction ? { kind: 'classes', outcome } : undefined;
}

const METRICS = {
  binary: BINARY_METRICS,
  classes: CLASS_METRICS,
  regression: REGRESSION_METRICS,
} as const;

/** Metrics of a kind, the main one first. */
export const metricsOf = ({
  kind,
}: QualityKind): readonly Pick<
  PartMetric<never>,
  'metric' | 'unit' | 'better'
>[] => METRICS[kind];

function figuresOf<T>(metrics: readonly PartMetric<T>[], sums: T) {
  return new Map(metrics.map(({ metric, of }) => [metric, of(sums)]));
}

/** Quality of parts of the rows, in one scan. */
export async function partQuality(
  engine: QueryEngine,
  rows: BoundSql,
  of: QualityKind,
  sets: readonly RowSet[],
  signal: AbortSignal,
): Promise<PartQuality[]> {
  if (of.kind === 'binary') {
    const parts = await binarySums(engine, rows, of.outcome, sets, signal);
    return parts.map(sums => ({
      set: sums.set,
      key: sums.key,
      rows: sums.rows,
      labelled:
        sums.truePositives +
        sums.falsePositives +
        sums.falseNegatives +
        sums.trueNegatives,
      figures: figuresOf(BINARY_METRICS, sums),
      estimatedAccuracy: {
        value:
          sums.unlabelled > 0 ? sums.expectedRight / sums.unlabelled : null,
        rows: sums.unlabelled,
      },
      prediction: {
        value:
          sums.predicted > 0 ? sums.predictedPositive / sums.predicted : null,
        rows: sums.predicted,
      },
    }));
  }
  if (of.kind === 'classes') {
    const parts = await rightSums(engine, rows, of.outcome, sets, signal);
    return parts.map(sums => ({
      ...sums,
      figures: figuresOf(CLASS_METRICS, sums),
    }));
  }
  const parts = await regressionSums(engine, rows, of.outcome, sets, signal);
  return parts.map(part => ({
    set: part.set,
    key: part.key,
    rows: part.rows,
    labelled: part.labelled,
    figures: figuresOf(REGRESSION_METRICS, part),
    prediction: { value: part.meanPrediction, rows: part.rows },
  }));
}
