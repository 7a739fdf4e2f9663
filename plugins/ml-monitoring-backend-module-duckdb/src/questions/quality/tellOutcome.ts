import type { BoundSql, QueryEngine } from '../../engine/types';
import type { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import type { OpenedLog } from '../../log/types';
import { type ClassCounts, countClasses } from './classCounts';
import { type Outcome, outcomeOf, positiveClass } from './outcome';
import type { BinaryOutcome } from './scoreGroups';

/** Where a positive is predicted from unless the entity or the log says otherwise. */
const DEFAULT_THRESHOLD = 0.5;

const TRUE_OR_FALSE: ClassCounts = {
  cells: [],
  classes: ['true', 'false'],
  incomplete: false,
};

/** A classification: with one positive class and scores, or with classes only. */
export interface ToldOutcome {
  outcome: Outcome;
  counts: ClassCounts;
  binary?: BinaryOutcome;
}

/** Tells from a log how its classification is judged. */
export async function tellOutcome(
  engine: QueryEngine,
  deployment: MonitoredDeployment,
  log: OpenedLog,
  rows: BoundSql,
  signal: AbortSignal,
): Promise<ToldOutcome> {
  const settings = deployment.monitoring.inferenceLog ?? { path: log.path };
  const outcome = outcomeOf(log);
  // Two classes that are known beforehand are counted along with the scores.
  const counts =
    outcome.kind === 'boolean' && outcome.score
      ? TRUE_OR_FALSE
      : await countClasses(engine, rows, outcome, signal);
  const positive = positiveClass(outcome, settings, counts.classes);
  if (positive === undefined || !outcome.score) return { outcome, counts };
  return {
    outcome,
    counts,
    binary: {
      ...outcome,
      score: outcome.score,
      positive,
      threshold: settings.decisionThreshold ?? DEFAULT_THRESHOLD,
      declaredThreshold: settings.decisionThreshold,
    },
  };
}
