import { setImmediate as letOthersWork } from 'node:timers/promises';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CompiledRubric,
  FactVocabulary,
  WhatIfRequest,
  WhatIfResponse,
  compileRubric,
} from '@airworthy/plugin-ml-maturity-common';
import PQueue from 'p-queue';
import { chunks } from '@airworthy/plugin-ml-models-node';
import { EntityKnowledge, evaluateEntity } from '../evaluation/evaluateEntity';
import { KnowledgeReader } from '../evaluation/KnowledgeReader';
import { scorecardEntity } from '../evaluation/scorecardEntity';
import { PortfolioService } from '../portfolio/PortfolioService';
import { RubricService } from '../rubrics/RubricService';
import { Comparison, Outcome } from './Comparison';
import { readEdited } from './readEdited';

const PAGE = 500;
// So many models take a few milliseconds; requests come in between.
const MODELS_AT_ONCE = 20;
const MAX_WAITING = 5;

function outcomeOf(
  compiled: CompiledRubric,
  known: EntityKnowledge,
  now: Date,
): Outcome | undefined {
  return compiled.appliesTo(known.entity)
    ? evaluateEntity(compiled, known, now)?.write
    : undefined;
}

/** Tries an edited rubric on the facts that are stored, and tells who would rise or fall. */
export class WhatIfService {
  readonly #options: WhatIfServiceOptions;
  // One at a time, since each looks at every model.
  readonly #queue = new PQueue({ concurrency: 1 });

  constructor(options: WhatIfServiceOptions) {
    this.#options = options;
  }

  /** Compares for what the caller may read; a rubric that is wrong is told with its problems. */
  async compare(
    credentials: BackstageCredentials,
    request: WhatIfRequest,
    signal: AbortSignal,
  ): Promise<WhatIfResponse> {
    const { rubrics, vocabulary } = this.#options;
    const before = rubrics.get(request.rubric).compiled;
    const edited = readEdited(before, request, vocabulary);
    if (!edited.ok) return { valid: false, problems: edited.problems };
    if (this.#queue.size >= MAX_WAITING) {
      throw new ServiceUnavailableError(
        'Other rubrics are being tried; try again in a moment',
      );
    }
    const after = compileRubric(edited.rubric, { vocabulary });
    return this.#queue.add(() =>
      this.#run(credentials, request, before, after, signal),
    );
  }

  async #run(
    credentials: BackstageCredentials,
    request: WhatIfRequest,
    before: CompiledRubric,
    after: CompiledRubric,
    signal: AbortSignal,
  ): Promise<WhatIfResponse> {
    const { catalog, knowledge } = this.#options;
    const selected = await this.#selected(credentials, request, before);
    const comparison = new Comparison(before, after);
    const now = new Date();
    const $any = [before, after].map(
      ({ rubric }) => rubric.appliesTo as FilterPredicate,
    );
    // The caller's own credentials, so that what is hidden stays out.
    const pages = catalog.streamEntities(
      { query: { $any }, pageSize: PAGE },
      { credentials },
    );
    for await (const page of pages) {
      signal.throwIfAborted();
      const entities = page.filter(
        entity => !selected || selected.has(stringifyEntityRef(entity)),
      );
      const known = await knowledge.of(entities, before.rubric.metadata.id);
      for (const part of chunks(known, MODELS_AT_ONCE)) {
        for (const model of part) {
          comparison.add(
            briefOfEntity(model.entity, model.track),
            outcomeOf(before, model, now),
            outcomeOf(after, model, now),
          );
        }
        await letOthersWork();
        signal.throwIfAborted();
      }
    }
    return comparison.response();
  }

  async #selected(
    credentials: BackstageCredentials,
    { filter }: WhatIfRequest,
    { rubric }: CompiledRubric,
  ): Promise<Set<string> | undefined> {
    if (!filter || !Object.keys(filter).length) return undefined;
    const view = await this.#options.portfolio.view(credentials, {
      ...filter,
      rubric: rubric.metadata.id,
    });
    return new Set(view.rows.map(({ entityRef }) => entityRef));
  }
}

function briefOfEntity(entity: Entity, track: string | undefined) {
  const { entityRef, name, title, owner, system } = scorecardEntity(
    entity,
    track,
  );
  return { entityRef, name, title, owner, system };
}

interface WhatIfServiceOptions {
  rubrics: RubricService;
  vocabulary: FactVocabulary;
  catalog: CatalogService;
  knowledge: KnowledgeReader;
  portfolio: PortfolioService;
}
