import {
  FactSchema,
  validateFacts,
} from '@airworthy/plugin-ml-maturity-common';
import { FactUpdate } from '../database/FactStore';

const MAX_NOTES = 50;
const MAX_FAILURE = 1_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function failureText(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  return text.slice(0, MAX_FAILURE) || 'The collector gave no reason';
}

/**
 * What a collector's answer holds for the entities that it was asked about,
 * and what was wrong with it. A collector is not trusted to keep its contract.
 */
export function readAnswers(
  schema: FactSchema,
  asked: readonly string[],
  answers: unknown,
): { updates: FactUpdate[]; notes: string[] } {
  const collectorId = schema.collector;
  const wanted = new Set(asked);
  const updates = new Map<string, FactUpdate>();
  const notes = new Set<string>();
  const note = (text: string) => notes.size < MAX_NOTES && notes.add(text);

  if (!Array.isArray(answers)) note('expected a list of answers');
  for (const answer of Array.isArray(answers) ? answers : []) {
    const entityRef = isObject(answer) ? answer.entityRef : undefined;
    if (typeof entityRef !== 'string') {
      note('expected answers with an entityRef');
    } else if (!wanted.has(entityRef)) {
      note(`answered for ${entityRef}, which it was not asked about`);
    } else if (answer.failure !== undefined) {
      const failure = failureText(answer.failure);
      updates.set(entityRef, { entityRef, collectorId, failure });
    } else if (!isObject(answer.values)) {
      note(`${entityRef}: expected an object of values`);
    } else {
      const { values, problems } = validateFacts(schema, answer.values);
      problems.forEach(note);
      updates.set(entityRef, { entityRef, collectorId, values });
    }
  }
  for (const entityRef of wanted) {
    if (updates.has(entityRef)) continue;
    const failure = 'The collector did not answer for this entity';
    updates.set(entityRef, { entityRef, collectorId, failure });
  }
  return { updates: [...updates.values()], notes: [...notes] };
}
