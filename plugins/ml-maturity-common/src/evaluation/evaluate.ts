import { readPath } from '../facts/readPath';
import { RuleRow } from '../rules/RuleRow';
import { CompiledRubric } from './CompiledRubric';
import { evaluateCheck, Readings } from './evaluateCheck';
import { CheckResult, Evaluation, EvaluationInput } from './types';

function readRow(compiled: CompiledRubric, input: EvaluationInput): RuleRow {
  return new RuleRow(compiled.scope, compiled.usedFacts, index => {
    const { collector, segments } = compiled.facts[index];
    if (!Object.hasOwn(input.facts, collector)) return undefined;
    return readPath(input.facts[collector].values, segments);
  });
}

function nextChange(
  compiled: CompiledRubric,
  results: readonly CheckResult[],
  now: number,
): string | undefined {
  let next = Number.POSITIVE_INFINITY;
  const consider = (moment: number) => {
    if (moment > now && moment < next) next = moment;
  };
  results.forEach((result, i) => {
    if (result.status === 'not-applicable') return;
    const { countsFrom } = compiled.checks[i];
    if (countsFrom !== undefined) consider(countsFrom);
    if (result.attestation) consider(Date.parse(result.attestation.expiresAt));
    if (
      result.waiver?.state === 'active' ||
      result.waiver?.state === 'requested'
    ) {
      consider(Date.parse(result.waiver.expiresAt));
    }
  });
  return Number.isFinite(next) ? new Date(next).toISOString() : undefined;
}

/**
 * Evaluates an entity: a pure function of facts, answers, waivers, rubric and
 * time.
 *
 * @remarks
 * A rule that is true wins over an answer, and so does one that is false,
 * unless the question stands in for a fail and the answer passes. A rule whose
 * facts are missing leaves it to a valid answer, else the result is unknown.
 * An error of a rule stays with its check. A waiver in force replaces any
 * outcome but a pass.
 *
 * @public
 */
export function evaluate(
  compiled: CompiledRubric,
  input: EvaluationInput,
): Evaluation {
  if (!compiled.appliesTo(input.entity)) return { applies: false, results: [] };
  const now = input.now.getTime();
  const row = readRow(compiled, input);
  const readings = new Readings(compiled, row, input);
  const results = compiled.checks.map(item =>
    evaluateCheck(compiled, item, row, readings, input, now),
  );
  const nextChangeAt = nextChange(compiled, results, now);
  return nextChangeAt === undefined
    ? { applies: true, results }
    : { applies: true, results, nextChangeAt };
}

/** What changed since results were made. @public */
export interface EvaluationChange {
  /** Collectors with new facts. */
  collectors?: readonly string[];
  /** Full paths of facts that changed. */
  facts?: readonly string[];
  /** Checks with a new answer or waiver. */
  checks?: readonly string[];
}

/** Ids of the checks whose results a change can alter, in the order of the rubric. @public */
export function affectedChecks(
  compiled: CompiledRubric,
  change: EvaluationChange,
): string[] {
  const ids = new Set<string>();
  for (const collector of change.collectors ?? []) {
    compiled.checksByCollector.get(collector)?.forEach(id => ids.add(id));
  }
  for (const path of change.facts ?? []) {
    compiled.checksByFact.get(path)?.forEach(id => ids.add(id));
  }
  for (const id of change.checks ?? []) {
    if (compiled.checkIndex.has(id)) ids.add(id);
  }
  return compiled.rubric.checks.map(({ id }) => id).filter(id => ids.has(id));
}

/**
 * Evaluates again what a change touches and keeps the other results; for a
 * change of facts, answers or waivers at a moment before the evaluation's
 * `nextChangeAt`. A change of the entity or the rubric needs
 * {@link evaluate}.
 *
 * @public
 */
export function reevaluate(
  compiled: CompiledRubric,
  previous: Evaluation,
  input: EvaluationInput,
  change: EvaluationChange,
): Evaluation {
  const now = input.now.getTime();
  if (
    !previous.applies ||
    previous.results.length !== compiled.checks.length ||
    (previous.nextChangeAt !== undefined &&
      Date.parse(previous.nextChangeAt) <= now)
  ) {
    return evaluate(compiled, input);
  }
  const row = readRow(compiled, input);
  const readings = new Readings(compiled, row, input);
  const results = previous.results.slice();
  for (const id of affectedChecks(compiled, change)) {
    const index = compiled.checkIndex.get(id)!;
    results[index] = evaluateCheck(
      compiled,
      compiled.checks[index],
      row,
      readings,
      input,
      now,
    );
  }
  const nextChangeAt = nextChange(compiled, results, now);
  return nextChangeAt === undefined
    ? { applies: true, results }
    : { applies: true, results, nextChangeAt };
}
