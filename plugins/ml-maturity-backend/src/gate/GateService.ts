import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import {
  CompiledRubric,
  EntityFacts,
  FactVocabulary,
  GateRequest,
  GateResponse,
  validateFacts,
} from '@airworthy/plugin-ml-maturity-common';
import { EvaluationService } from '../evaluation/EvaluationService';
import { KnowledgeReader } from '../evaluation/KnowledgeReader';
import { evaluateEntity } from '../evaluation/evaluateEntity';
import { RubricService } from '../rubrics/RubricService';
import { judgeGate } from './judgeGate';

/** Answers whether an entity meets a level or checks now. */
export class GateService {
  readonly #options: GateServiceOptions;

  constructor(options: GateServiceOptions) {
    this.#options = options;
  }

  /**
   * Judges an entity by what is known of it at this moment. Nothing is
   * written, unless facts are to be collected first.
   *
   * @throws InputError that names what the request has wrong.
   */
  async judge(
    entity: Entity,
    request: Omit<GateRequest, 'entityRef'>,
  ): Promise<GateResponse> {
    const { evaluations, knowledge } = this.#options;
    const compiled = this.#rubricFor(entity, request.rubric);
    this.#validate(compiled, request);
    const entityRef = stringifyEntityRef(entity);
    if (request.refresh) {
      await evaluations.evaluateRefs([entityRef], {
        cause: 'fact',
        facts: 'all',
      });
    }
    const { metadata } = compiled.rubric;
    const [known] = await knowledge.of([entity], metadata.id);
    const now = new Date();
    const evaluated = evaluateEntity(
      compiled,
      { ...known, facts: this.#factsOf(known.facts, request.facts, now) },
      now,
    );
    if (!evaluated) throw notJudged(entityRef, metadata.id);
    const { level, score, results } = evaluated.write;
    return {
      ...judgeGate(compiled, results, request),
      entityRef,
      rubric: {
        id: metadata.id,
        version: metadata.version,
        digest: compiled.digest,
      },
      level,
      score,
      dryRun: request.facts !== undefined,
      evaluatedAt: now.toISOString(),
    };
  }

  #rubricFor(entity: Entity, rubricId: string | undefined): CompiledRubric {
    const { rubrics } = this.#options;
    if (rubricId !== undefined) return rubrics.get(rubricId).compiled;
    const found = rubrics
      .all()
      .find(({ compiled }) => compiled.appliesTo(entity));
    if (!found) throw notJudged(stringifyEntityRef(entity));
    return found.compiled;
  }

  #validate(
    { rubric, checkIndex }: CompiledRubric,
    { level, checks }: Pick<GateRequest, 'level' | 'checks'>,
  ): void {
    const highest = rubric.levels.length - 1;
    if (level !== undefined && level > highest) {
      throw new InputError(
        `level: expected at most ${highest}, the highest level of rubric ${rubric.metadata.id}, was ${level}`,
      );
    }
    const unknown = checks?.filter(id => !checkIndex.has(id)) ?? [];
    if (unknown.length) {
      throw new InputError(
        `checks: rubric ${rubric.metadata.id} has no check ${unknown
          .map(id => `"${id}"`)
          .join(', ')}`,
      );
    }
  }

  #factsOf(
    stored: EntityFacts,
    given: Record<string, JsonObject> | undefined,
    now: Date,
  ): EntityFacts {
    if (!given) return stored;
    const facts: EntityFacts = { ...stored };
    for (const [collector, values] of Object.entries(given)) {
      const schema = this.#options.vocabulary.schemas.find(
        known => known.collector === collector,
      );
      if (!schema) {
        throw new InputError(
          `facts.${collector}: expected one of ${this.#options.vocabulary.schemas
            .map(known => known.collector)
            .join(', ')}`,
        );
      }
      const checked = validateFacts(schema, values);
      if (checked.problems.length) {
        throw new InputError(
          `facts: ${checked.problems.slice(0, 10).join('; ')}`,
        );
      }
      facts[collector] = {
        collectedAt: now.toISOString(),
        values: merge(stored[collector]?.values ?? {}, checked.values),
      };
    }
    return facts;
  }
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stored facts with those of the request over them, one by one. */
function merge(stored: JsonObject, given: JsonObject): JsonObject {
  const merged: JsonObject = { ...stored };
  for (const [key, value] of Object.entries(given)) {
    const before = Object.hasOwn(stored, key) ? stored[key] : undefined;
    merged[key] =
      isObject(before) && isObject(value) ? merge(before, value) : value;
  }
  return merged;
}

function notJudged(entityRef: string, rubricId?: string): InputError {
  return new InputError(
    `entityRef: expected an entity that ${
      rubricId ? `rubric ${rubricId} applies` : 'a rubric applies'
    } to, was ${entityRef}`,
  );
}

interface GateServiceOptions {
  rubrics: RubricService;
  vocabulary: FactVocabulary;
  knowledge: KnowledgeReader;
  evaluations: EvaluationService;
}
