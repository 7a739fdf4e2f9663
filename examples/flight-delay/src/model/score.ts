import { derive } from './derive.ts';
import type { FlightInput, ModelArtefact } from './types.ts';

/** The logistic function. */
export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** Probability that the flight is delayed. */
export function score(model: ModelArtefact, input: FlightInput): number {
  let z = model.intercept;
  for (const term of model.numbers) {
    const value = derive(term.name, input, model.recentPrior);
    z += (term.coefficient * (value - term.mean)) / term.scale;
  }
  for (const term of model.categories) {
    z += term.coefficients[String(input[term.name])] ?? 0;
  }
  return sigmoid(z);
}
