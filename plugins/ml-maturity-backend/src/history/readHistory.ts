import { randomUUID } from 'node:crypto';
import {
  Attestation,
  CompiledRubric,
  FactVocabulary,
  attestationExpiry,
  attestationInputSchema,
  validateFacts,
} from '@airworthy/plugin-ml-maturity-common';
import { DatedAnswer, EntityHistory } from '@airworthy/plugin-ml-maturity-node';
import { toError } from '@backstage/errors';
import { parseInput } from '@airworthy/plugin-ml-models-node';
import { ReplayEntry } from './replay';

const MAX_ENTRIES = 5_000;

/** A past as far as it can be used, and what of it cannot. */
export interface ReadHistory {
  entries: ReplayEntry[];
  answers: Attestation[];
  problems: string[];
}

function answerOf(
  { rubric, checkIndex }: CompiledRubric,
  { at, checkId, author, rubricId: _, ...input }: DatedAnswer,
  moment: Date,
): Attestation {
  const question = rubric.checks[checkIndex.get(checkId)!].attestation;
  if (!question) throw new Error('the check asks no question');
  const parsed = parseInput(attestationInputSchema(question, moment), input);
  return {
    id: randomUUID(),
    checkId,
    answer: parsed.answer,
    fields: parsed.fields as Attestation['fields'],
    evidence: parsed.evidence,
    comment: parsed.comment,
    author,
    createdAt: moment.toISOString(),
    expiresAt: attestationExpiry(question, parsed, moment),
  };
}

/**
 * Reads what a source says of an entity's past, for one rubric: facts that a
 * collector declares, and answers that the check would have taken.
 */
export function readHistory(
  compiled: CompiledRubric,
  vocabulary: FactVocabulary,
  { entityRef, facts, answers = [] }: EntityHistory,
  now: Date,
): ReadHistory {
  const problems = new Set<string>();
  const entries: ReplayEntry[] = [];
  const given: Attestation[] = [];
  if (facts.length + answers.length > MAX_ENTRIES) {
    return {
      entries,
      answers: given,
      problems: [`${entityRef}: expected at most ${MAX_ENTRIES} entries`],
    };
  }
  const momentOf = (at: string): Date | undefined => {
    const moment = new Date(at);
    if (moment.getTime() <= now.getTime()) return moment;
    problems.add(`${entityRef}: expected a moment of the past, was "${at}"`);
    return undefined;
  };
  const schemas = new Map(vocabulary.schemas.map(s => [s.collector, s]));
  for (const { at, collector, values } of facts) {
    const moment = momentOf(at);
    const schema = schemas.get(collector);
    if (!schema) problems.add(`there is no collector "${collector}"`);
    if (!moment || !schema) continue;
    const valid = validateFacts(schema, values);
    valid.problems.forEach(problem => problems.add(problem));
    entries.push({ at: moment.getTime(), collector, values: valid.values });
  }
  const { id } = compiled.rubric.metadata;
  for (const dated of answers) {
    const moment = momentOf(dated.at);
    if (!moment || (dated.rubricId ?? id) !== id) continue;
    if (!compiled.checkIndex.has(dated.checkId)) {
      if (dated.rubricId) problems.add(`${id} has no check "${dated.checkId}"`);
      continue;
    }
    try {
      given.push(answerOf(compiled, dated, moment));
    } catch (error) {
      problems.add(`${entityRef}, ${dated.checkId}: ${toError(error).message}`);
    }
  }
  given.sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  entries.push(
    ...given.map(answer => ({ at: Date.parse(answer.createdAt), answer })),
  );
  return { entries, answers: given, problems: [...problems] };
}
