import { Entity } from '@backstage/catalog-model';
import {
  Attestation,
  CHECK_STATUSES,
  CompiledRubric,
  EntityFacts,
  Evaluation,
  EvaluationInput,
  StatusCounts,
  Waiver,
  assessmentFacts as ASSESSMENT,
  evaluate,
  reevaluate,
  summarise,
} from '@airworthy/plugin-ml-maturity-common';
import { ScorecardWrite } from '../database/ScorecardStore';
import { packStatuses } from '../database/statuses';
import { assessmentFacts } from './assessmentFacts';
import { resultsDigest } from './resultsDigest';
import { scorecardEntity } from './scorecardEntity';

/** What is known of an entity when it is evaluated. */
export interface EntityKnowledge {
  entity: Entity;
  track?: string;
  facts: EntityFacts;
  attestations: Attestation[];
  waivers: Waiver[];
}

/** A scorecard that is ready to be stored, with its counts for the history. */
export interface EvaluatedScorecard {
  write: ScorecardWrite;
  counts: StatusCounts;
}

const byCheck = <T extends { checkId: string }>(items: T[]) =>
  Object.fromEntries(items.map(item => [item.checkId, item]));

/** How far the assessment is follows from the results, so checks that read it come second. */
function evaluateWithAssessment(
  compiled: CompiledRubric,
  input: EvaluationInput,
): Evaluation {
  const first = evaluate(compiled, input);
  const { collector } = ASSESSMENT;
  if (!first.applies || !compiled.checksByCollector.has(collector))
    return first;
  const assessment = {
    collectedAt: input.now.toISOString(),
    values: assessmentFacts(compiled, first.results),
  };
  return reevaluate(
    compiled,
    first,
    { ...input, facts: { ...input.facts, [collector]: assessment } },
    { collectors: [collector] },
  );
}

/** Evaluates an entity; undefined where the rubric does not apply to it. */
export function evaluateEntity(
  compiled: CompiledRubric,
  known: EntityKnowledge,
  now: Date,
): EvaluatedScorecard | undefined {
  const { applies, results, nextChangeAt } = evaluateWithAssessment(compiled, {
    entity: known.entity,
    track: known.track,
    facts: known.facts,
    attestations: byCheck(known.attestations),
    waivers: byCheck(known.waivers),
    now,
  });
  if (!applies) return undefined;
  const entity = scorecardEntity(known.entity, known.track);
  const counts = Object.fromEntries(
    CHECK_STATUSES.map(status => [status, 0]),
  ) as StatusCounts;
  for (const { status, counted } of results) {
    if (counted || status === 'not-applicable') counts[status]++;
  }
  return {
    counts,
    write: {
      ...summarise(compiled, results),
      entityRef: entity.entityRef,
      rubricId: compiled.rubric.metadata.id,
      rubricDigest: compiled.digest,
      entity,
      results,
      statuses: packStatuses(results),
      resultsDigest: resultsDigest(results),
      evaluatedAt: now.toISOString(),
      nextChangeAt,
    },
  };
}
