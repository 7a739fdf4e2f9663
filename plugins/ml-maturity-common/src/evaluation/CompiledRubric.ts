import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  FilterPredicate,
  filterPredicateToFilterFunction,
} from '@backstage/filter-predicates';
import { AttestationJudge } from '../attestations/judgeAttestation';
import { DeclaredFact, FactVocabulary } from '../facts/FactVocabulary';
import { builtInVocabulary } from '../facts/vocabulary/builtIn';
import { contentDigest } from '../rubric/digest';
import { countsFrom } from '../rubric/isCounted';
import { formatRubricProblem } from '../rubric/problems';
import { Rubric, RubricCheck } from '../rubric/types';
import { validateRubric } from '../rubric/validateRubric';
import { CompiledRule, compileRule } from '../rules/compileRule';
import { RuleScope } from '../rules/RuleScope';
import { nameOf } from './reasons';

/** A check that is ready to run. @internal */
export interface CompiledCheck {
  check: RubricCheck;
  tracks: ReadonlySet<string> | undefined;
  appliesTo: ((entity: Entity) => boolean) | undefined;
  rule: CompiledRule | undefined;
  judge: AttestationJudge | undefined;
  /** When it begins to count, in milliseconds; undefined for a draft. */
  countsFrom: number | undefined;
}

function predicate(
  of: FilterPredicate | undefined,
): ((entity: Entity) => boolean) | undefined {
  return of && filterPredicateToFilterFunction<Entity>(of);
}

/**
 * A rubric whose rules and predicates are compiled: made once, used for every
 * entity.
 *
 * @public
 */
export class CompiledRubric {
  readonly rubric: Rubric;
  /** SHA-256 of the rubric's content: results of the same digest are comparable. */
  readonly digest: string;
  /** Position of a check in the rubric by its id. */
  readonly checkIndex: ReadonlyMap<string, number>;
  /** Ids of the checks that read a fact, by the fact's path. */
  readonly checksByFact: ReadonlyMap<string, readonly string[]>;
  /** Ids of the checks that read facts of a collector, by its id. */
  readonly checksByCollector: ReadonlyMap<string, readonly string[]>;
  /** @internal */
  readonly checks: readonly CompiledCheck[];
  /** @internal */
  readonly scope: RuleScope;
  /** Facts by position in the scope. @internal */
  readonly facts: readonly DeclaredFact[];
  readonly #factsByPath: FactVocabulary['facts'];
  /** Positions of the facts that rules read. @internal */
  readonly usedFacts: readonly number[];
  /** @internal */
  readonly appliesTo: (entity: Entity) => boolean;

  private constructor(rubric: Rubric, vocabulary: FactVocabulary) {
    this.rubric = rubric;
    this.digest = contentDigest(rubric);
    this.checkIndex = new Map(rubric.checks.map(({ id }, i) => [id, i]));
    this.scope = RuleScope.fromVocabulary(vocabulary);
    this.facts = [...vocabulary.facts.values()];
    this.#factsByPath = vocabulary.facts;
    this.appliesTo = predicate(rubric.appliesTo)!;
    this.checks = rubric.checks.map(check => ({
      check,
      tracks: check.tracks && new Set(check.tracks),
      appliesTo: predicate(check.appliesTo),
      rule: this.#rule(check),
      judge: check.attestation && new AttestationJudge(check.attestation),
      countsFrom: countsFrom(check),
    }));
    const byFact = new Map<string, string[]>();
    const byCollector = new Map<string, string[]>();
    const used = new Set<number>();
    for (const { check, rule } of this.checks) {
      for (const index of rule?.inputs ?? []) {
        used.add(index);
        add(byFact, this.scope.inputs[index].path, check.id);
        add(byCollector, this.facts[index].collector, check.id);
      }
    }
    this.checksByFact = byFact;
    this.checksByCollector = byCollector;
    this.usedFacts = [...used];
  }

  /** Compiles a rubric; throws an `InputError` that names what is wrong with it. */
  static create(
    rubric: Rubric,
    options: { vocabulary?: FactVocabulary } = {},
  ): CompiledRubric {
    const result = validateRubric(rubric, options);
    if (!result.ok) {
      throw new InputError(
        `Rubric cannot be used: ${result.problems
          .map(formatRubricProblem)
          .join('; ')}`,
      );
    }
    return new CompiledRubric(
      result.rubric,
      options.vocabulary ?? builtInVocabulary,
    );
  }

  /** What a fact is called within a sentence, by its path. @internal */
  nameOf(path: string): string {
    const fact = this.#factsByPath.get(path);
    return fact ? nameOf(fact) : path;
  }

  #rule(check: RubricCheck): CompiledRule | undefined {
    if (check.rule === undefined) return undefined;
    const compiled = compileRule(check.rule, this.scope);
    if (!compiled.ok) throw new InputError(compiled.problems[0].message);
    return compiled.rule;
  }
}

function add(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key);
  if (!ids) map.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

/** Compiles a rubric; see {@link CompiledRubric.create}. @public */
export function compileRubric(
  rubric: Rubric,
  options: { vocabulary?: FactVocabulary } = {},
): CompiledRubric {
  return CompiledRubric.create(rubric, options);
}
