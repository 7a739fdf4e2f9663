import {
  DEFAULT_LEVEL,
  f1Interval,
  Interval,
  wilsonInterval,
} from './intervals';

/** Rows with a label and a prediction. @public */
export interface ConfusionCell {
  label: string;
  prediction: string;
  count: number;
}

/** Rows by label (down) and prediction (across). @public */
export interface ConfusionMatrix {
  classes: string[];
  counts: number[][];
  rows: number;
}

/** A figure with its interval; NaN where nothing is there to divide by. @public */
export interface Estimate {
  value: number;
  interval: Interval;
}

/** How well one class is told from the others. @public */
export interface ClassQuality {
  class: string;
  precision: Estimate;
  recall: Estimate;
  f1: Estimate;
  /** Share of the other classes' rows that are not taken for it. */
  specificity: Estimate;
  /** Rows with this label. */
  support: number;
}

/** Quality of predicted classes. @public */
export interface ClassificationQuality {
  rows: number;
  accuracy: Estimate;
  classes: ClassQuality[];
  /** Means over the classes; a class whose figure is not known counts as 0, as in scikit-learn. */
  macro: { precision: number; recall: number; f1: number };
}

/** Counts pairs of label and prediction; rows that lack one are left out. @public */
export function countConfusion(
  rows: Iterable<{ label: unknown; prediction: unknown }>,
): ConfusionCell[] {
  const cells = new Map<string, ConfusionCell>();
  const missing = (value: unknown) =>
    value === null || value === undefined || Number.isNaN(value);
  for (const row of rows) {
    if (missing(row.label) || missing(row.prediction)) continue;
    const label = String(row.label);
    const prediction = String(row.prediction);
    const key = JSON.stringify([label, prediction]);
    const cell = cells.get(key);
    if (cell) cell.count++;
    else cells.set(key, { label, prediction, count: 1 });
  }
  return [...cells.values()];
}

/** Puts counted pairs into a matrix, classes in alphabetical order. @public */
export function confusionMatrix(
  cells: Iterable<ConfusionCell>,
): ConfusionMatrix {
  const list = [...cells];
  const classes = [
    ...new Set(list.flatMap(({ label, prediction }) => [label, prediction])),
  ].sort();
  const index = new Map(classes.map((name, i) => [name, i]));
  const counts = classes.map(() => new Array<number>(classes.length).fill(0));
  let rows = 0;
  for (const { label, prediction, count } of list) {
    counts[index.get(label)!][index.get(prediction)!] += count;
    rows += count;
  }
  return { classes, counts, rows };
}

function proportion(part: number, of: number, level: number): Estimate {
  return {
    value: of > 0 ? part / of : NaN,
    interval: wilsonInterval(part, of, level),
  };
}

/**
 * Accuracy, and precision, recall, F1 and specificity of each class against
 * all others (Sokolova and Lapalme 2009, Information Processing & Management
 * 45(4), tables 2 and 3).
 *
 * @public
 */
export function classificationQuality(
  matrix: ConfusionMatrix,
  options: { level?: number } = {},
): ClassificationQuality {
  const level = options.level ?? DEFAULT_LEVEL;
  const { classes, counts, rows } = matrix;
  const sum = (values: number[]) => values.reduce((all, v) => all + v, 0);
  const byClass = classes.map((name, i): ClassQuality => {
    const truePositives = counts[i][i];
    const support = sum(counts[i]);
    const predicted = sum(counts.map(row => row[i]));
    const falsePositives = predicted - truePositives;
    const falseNegatives = support - truePositives;
    const all = truePositives + (falsePositives + falseNegatives) / 2;
    return {
      class: name,
      precision: proportion(truePositives, predicted, level),
      recall: proportion(truePositives, support, level),
      f1: {
        value: all > 0 ? truePositives / all : NaN,
        interval: f1Interval(
          { truePositives, falsePositives, falseNegatives },
          level,
        ),
      },
      specificity: proportion(
        rows - support - falsePositives,
        rows - support,
        level,
      ),
      support,
    };
  });
  const mean = (of: (quality: ClassQuality) => number) =>
    byClass.length
      ? sum(byClass.map(quality => of(quality) || 0)) / byClass.length
      : NaN;
  return {
    rows,
    accuracy: proportion(sum(classes.map((_, i) => counts[i][i])), rows, level),
    classes: byClass,
    macro: {
      precision: mean(quality => quality.precision.value),
      recall: mean(quality => quality.recall.value),
      f1: mean(quality => quality.f1.value),
    },
  };
}
