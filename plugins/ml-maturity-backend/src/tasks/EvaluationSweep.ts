import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ScorecardStore } from '../database/ScorecardStore';
import {
  EvaluationOutcome,
  EvaluationService,
} from '../evaluation/EvaluationService';
import { RubricService } from '../rubrics/RubricService';

const PAGE = 200;

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
   * midway removes nothing.
   */
  async run(
    signal: AbortSignal,
    onProgress?: SweepProgress,
  ): Promise<EvaluationOutcome> {
    const { catalog, auth, rubrics, evaluations, scorecards, logger } =
      this.#options;
    const total: EvaluationOutcome = { evaluated: 0, changed: 0, removed: 0 };
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
      const outcome = await evaluations.evaluateEntities(entities, {
        cause: 'fact',
        facts: 'stale',
        signal,
      });
      total.evaluated += outcome.evaluated;
      total.changed += outcome.changed;
      total.removed += outcome.removed;
      await onProgress?.(total);
    }
    if (signal.aborted) return total;
    const known = await scorecards.entityRefs();
    total.removed += await evaluations.remove(
      known.filter(ref => !seen.has(ref)),
    );
    logger.info(
      `Evaluated ${total.evaluated} entities; scorecards written: ${total.changed}, removed: ${total.removed}`,
    );
    return total;
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
