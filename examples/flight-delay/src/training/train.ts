import { withDatabase } from '../data/database.ts';
import { createFlights } from '../data/flights.ts';
import { evaluate, type PublishedMetric } from '../evaluation/evaluate.ts';
import type { ModelArtefact } from '../model/types.ts';
import { EVALUATION, FITTING, TRAINING, VALIDATION } from './periods.ts';
import { readFlights } from './readFlights.ts';
import { trainVersion } from './trainVersion.ts';
import { VERSIONS, type VersionPlan } from './versions.ts';

/** Name of the held-out data, as the catalog shows it. */
export const EVALUATION_DATASET = 'US flights, 1 to 14 February 2001';

/** A version with its published figures. */
export interface TrainedVersion {
  plan: VersionPlan;
  model: ModelArtefact;
  metrics: PublishedMetric[];
}

/** Where the flights are, and how the work is done. */
export interface TrainOptions {
  /** The Parquet file of flights. */
  source: string;
  /** Takes each n-th flight only. */
  every?: number;
  /** Threads of the database; the result does not depend on them. */
  threads?: number;
}

/** Trains and evaluates all versions. */
export async function train(options: TrainOptions): Promise<TrainedVersion[]> {
  const { source, every, threads } = options;
  const { fitting, validation, evaluation } = await withDatabase(
    async connection => {
      await createFlights(connection, {
        source,
        every,
        from: TRAINING.from,
        until: EVALUATION.until,
      });
      return {
        fitting: await readFlights(connection, FITTING),
        validation: await readFlights(connection, VALIDATION),
        evaluation: await readFlights(connection, EVALUATION),
      };
    },
    { threads },
  );
  return VERSIONS.map(plan => {
    const model = trainVersion(plan, { fitting, validation });
    return {
      plan,
      model,
      metrics: evaluate(model, evaluation, EVALUATION_DATASET),
    };
  });
}
