import { bestF1Threshold, logLoss } from '../evaluation/metrics.ts';
import { Design } from '../model/Design.ts';
import { fitLogisticRegression } from '../model/fitLogisticRegression.ts';
import { score } from '../model/score.ts';
import type { ModelArtefact, RecentPrior } from '../model/types.ts';
import { TRAINING } from './periods.ts';
import type { LabelledFlight } from './readFlights.ts';
import type { VersionPlan } from './versions.ts';

/** Landed flights that the usual delay rate weighs as much as. */
const PRIOR_STRENGTH = 5;

/** What a version is trained on. */
export interface TrainingRows {
  fitting: LabelledFlight[];
  validation: LabelledFlight[];
}

/** Nine digits: far below what a score shows, far above what another processor's last bit changes. */
const toDigits = (value: number) => Number(value.toPrecision(9));

function rounded(model: ModelArtefact): ModelArtefact {
  return {
    ...model,
    threshold: toDigits(model.threshold),
    intercept: toDigits(model.intercept),
    numbers: model.numbers.map(term => ({
      name: term.name,
      mean: toDigits(term.mean),
      scale: toDigits(term.scale),
      coefficient: toDigits(term.coefficient),
    })),
    categories: model.categories.map(({ name, coefficients }) => ({
      name,
      coefficients: Object.fromEntries(
        Object.entries(coefficients).map(([value, coefficient]) => [
          value,
          toDigits(coefficient),
        ]),
      ),
    })),
  };
}

function fit(
  plan: VersionPlan,
  flights: LabelledFlight[],
  l2: number,
): ModelArtefact {
  const delayed = flights.filter(flight => flight.delayed).length;
  const recentPrior: RecentPrior = {
    rate: toDigits(delayed / flights.length),
    strength: PRIOR_STRENGTH,
  };
  const design = Design.create(flights, plan, recentPrior);
  const { coefficients } = fitLogisticRegression(
    design,
    flights.map(flight => flight.delayed),
    l2,
  );
  return {
    model: 'flight-delay',
    version: plan.version,
    algorithm: 'logistic-regression',
    trainedOn: { ...TRAINING, rows: flights.length, delayed },
    l2,
    threshold: 0.5,
    recentPrior,
    ...design.describe(coefficients),
  };
}

/**
 * Chooses penalty and threshold on the validation week, then fits again on
 * the whole month.
 */
export function trainVersion(
  plan: VersionPlan,
  { fitting, validation }: TrainingRows,
): ModelArtefact {
  let best: { l2: number; loss: number; threshold: number } | undefined;
  const labels = validation.map(flight => Number(flight.delayed));
  for (const l2 of plan.penalties) {
    const candidate = fit(plan, fitting, l2);
    const scores = validation.map(flight => score(candidate, flight));
    const loss = logLoss(scores, labels);
    if (!best || loss < best.loss) {
      best = { l2, loss, threshold: bestF1Threshold(scores, labels) };
    }
  }
  if (!best) throw new Error(`Version ${plan.version} names no penalty`);
  const model = fit(plan, [...fitting, ...validation], best.l2);
  return rounded({ ...model, threshold: best.threshold });
}
