import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ScorecardStore } from '../database/ScorecardStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import {
  EvaluationOutcome,
  addOutcome,
  noOutcome,
} from '../evaluation/outcome';
import { RubricService } from '../rubrics/RubricService';

const PAGE = 200;
const MAX_ROUNDS = 3;

/** How far a sweep is. */
export type SweepProgress = (outcome: EvaluationOutcome) => Promise<void>;

/** Looks at every entity that a rubric applies to, whatever changed. */
export class EvaluationSweep {
  readonly #options: EvaluationSweepOptions;

  constructor(options: EvaluationSweepOptions) {
    this.#options = options;
  }

  /**
   * Evaluates all entities, a page at a time. Scorecards of entities that no
   * page held are removed, but only after the last page: a catalog that fails
   * midway removes nothing. When rubrics change meanwhile, all are looked at
   * again.
   */
  async run(
    signal: AbortSignal,
    onProgress?: SweepProgress,
  ): Promise<EvaluationOutcome> {
    const { rubrics, logger } = this.#options;
    await rubrics.adopt();
    let total = noOutcome();
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const digests = this.#digests();
      if (digests === '') return total;
      total = await this.#round(signal, onProgress);
      if (signal.aborted) return total;
      if (this.#digests() === digests) break;
    }
    logger.info(
      `Evaluated ${total.evaluated} entities; scorecards written: ${
        total.changed
      }, removed: ${total.removed}${
        total.failed ? `, evaluations that failed: ${total.failed}` : ''
      }`,
    );
    return total;
  }

  #digests(): string {
    return this.#options.rubrics
      .all()
      .map(({ compiled }) => compiled.digest)
      .join(' ');
  }

  async #round(
    signal: AbortSignal,
    onProgress: SweepProgress | undefined,
  ): Promise<EvaluationOutcome> {
    const { catalog, auth, rubrics, evaluations } = this.#options;
    const total = noOutcome();
    const seen = new Set<string>();
    const credentials = await auth.getOwnServiceCredentials();
    const query = {
      $any: rubrics
        .all()
        .map(({ compiled }) => compiled.rubric.appliesTo as FilterPredicate),
    };
    const pages = catalog.streamEntities(
      { query, pageSize: PAGE },
      { credentials },
    );
    for await (const entities of pages) {
      if (signal.aborted) return total;
      entities.forEach(entity => seen.add(stringifyEntityRef(entity)));
      addOutcome(
        total,
        await evaluations.evaluateEntities(entities, {
          cause: 'fact',
          facts: 'stale',
          signal,
        }),
      );
      await onProgress?.(total);
    }
    if (!signal.aborted) await this.#forget(seen, signal, total);
    return total;
  }

  /** Removes what no page held, after the catalog was asked for each by name. */
  async #forget(
    seen: ReadonlySet<string>,
    signal: AbortSignal,
    total: EvaluationOutcome,
  ): Promise<void> {
    const { rubrics, evaluations, scorecards, logger } = this.#options;
    const inForce = rubrics
      .all()
      .map(({ compiled }) => compiled.rubric.metadata.id);
    const known = await scorecards.entityRefs(inForce);
    const unseen = known.filter(ref => !seen.has(ref));
    if (unseen.length && !(await this.#catalogHasEntities())) {
      logger.warn(
        `The catalog is empty, so the scorecards of ${unseen.length} entities stay as they are`,
      );
      return;
    }
    const { removed } = await evaluations.evaluateRefs(unseen, {
      cause: 'entity',
      facts: 'none',
      signal,
    });
    total.removed += removed;
    total.removed += await evaluations.removeScorecards(
      await scorecards.ofOtherRubrics(rubrics.configured()),
    );
  }

  async #catalogHasEntities(): Promise<boolean> {
    const { catalog, auth } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.queryEntities(
      { limit: 1, fields: ['kind'] },
      { credentials },
    );
    return items.length > 0;
  }
}

interface EvaluationSweepOptions {
  catalog: CatalogService;
  auth: AuthService;
  rubrics: RubricService;
  evaluations: EvaluationService;
  scorecards: ScorecardStore;
  logger: LoggerService;
}
