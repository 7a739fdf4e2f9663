import { score } from '../model/score.ts';
import type { ModelArtefact } from '../model/types.ts';
import type { LabelledFlight } from '../training/readFlights.ts';
import { binaryMetrics, brierScore, logLoss, rocAuc } from './metrics.ts';

/** A figure as the catalog holds it. */
export interface PublishedMetric {
  name: string;
  value: number;
  dataset: string;
  slice?: string;
  /** What an answer without a model reaches. */
  baseline?: number;
}

const SLICES = ['part_of_day', 'origin_hub'] as const;

const sixDecimals = (value: number) => Number(value.toFixed(6));

/**
 * What is reached without looking at the flight: any order for the rankings,
 * the delay rate of the training month as the score of every flight, "never
 * delayed" for accuracy and "always delayed" for precision and F1. Recall has
 * none: it is 1 for "always delayed".
 */
function baselinesOf(
  model: ModelArtefact,
  labels: number[],
): Record<string, number> {
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const usual = labels.map(
    () => model.trainedOn.delayed / model.trainedOn.rows,
  );
  return {
    roc_auc: 0.5,
    pr_auc: share,
    log_loss: logLoss(usual, labels),
    brier: brierScore(usual, labels),
    accuracy: Math.max(share, 1 - share),
    precision: share,
    f1: (2 * share) / (1 + share),
  };
}

/**
 * The published figures of a version: all of the held-out flights, then ROC
 * AUC by slice.
 */
export function evaluate(
  model: ModelArtefact,
  flights: LabelledFlight[],
  dataset: string,
): PublishedMetric[] {
  const scores = flights.map(flight => score(model, flight));
  const labels = flights.map(flight => Number(flight.delayed));
  const baselines = baselinesOf(model, labels);
  const overall = Object.entries(
    binaryMetrics(scores, labels, model.threshold),
  ).map(([name, value]) => ({
    name,
    value: sixDecimals(value),
    dataset,
    ...(name in baselines && { baseline: sixDecimals(baselines[name]) }),
  }));
  const slices = SLICES.flatMap(column => {
    const members = new Map<string, number[]>();
    flights.forEach((flight, index) => {
      const value = flight[column];
      const rows = members.get(value);
      if (rows) rows.push(index);
      else members.set(value, [index]);
    });
    return [...members]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, rows]) => ({
        name: 'roc_auc',
        value: sixDecimals(
          rocAuc(
            rows.map(row => scores[row]),
            rows.map(row => labels[row]),
          ),
        ),
        dataset,
        slice: `${column}=${value}`,
        baseline: 0.5,
      }));
  });
  return [...overall, ...slices];
}
