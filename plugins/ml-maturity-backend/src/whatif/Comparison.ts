import {
  CheckResult,
  CompiledRubric,
  ModelBrief,
  StatusCounts,
  WhatIfCheck,
  WhatIfMove,
  WhatIfResponse,
} from '@airworthy/plugin-ml-maturity-common';
import { causesOf } from './causesOf';

/** What one rubric says of a model; undefined where it does not apply. */
export interface Outcome {
  level: number;
  score: number | null;
  results: readonly CheckResult[];
}

const MAX_MOVES = 500;

const noCounts = (): StatusCounts => ({
  pass: 0,
  fail: 0,
  unknown: 0,
  error: 0,
  waived: 0,
  'not-applicable': 0,
});

/** Sums over all models by one of the two rubrics. */
class Side {
  readonly levels: number[];
  readonly counts: Map<string, StatusCounts>;
  #scored = 0;
  #sum = 0;

  constructor({ rubric }: CompiledRubric) {
    this.levels = rubric.levels.map(() => 0);
    this.counts = new Map(rubric.checks.map(({ id }) => [id, noCounts()]));
  }

  get score(): number | null {
    return this.#scored > 0 ? this.#sum / this.#scored : null;
  }

  add({ level, score, results }: Outcome): void {
    this.levels[level]++;
    if (score !== null) {
      this.#scored++;
      this.#sum += score;
    }
    for (const { checkId, status } of results) {
      this.counts.get(checkId)![status]++;
    }
  }
}

/** Compares a rubric in force with an edited one, model by model. */
export class Comparison {
  readonly #before: CompiledRubric;
  readonly #after: CompiledRubric;
  readonly #old: Side;
  readonly #new: Side;
  readonly #moves: WhatIfMove[] = [];
  #models = 0;
  #rises = 0;
  #falls = 0;
  #rescored = 0;
  #joins = 0;
  #leaves = 0;

  constructor(before: CompiledRubric, after: CompiledRubric) {
    this.#before = before;
    this.#after = after;
    this.#old = new Side(before);
    this.#new = new Side(after);
  }

  add(
    model: ModelBrief,
    before: Outcome | undefined,
    after: Outcome | undefined,
  ): void {
    if (!before && !after) return;
    this.#models++;
    if (before) this.#old.add(before);
    if (after) this.#new.add(after);
    if (before && after) {
      if (after.level > before.level) this.#rises++;
      else if (after.level < before.level) this.#falls++;
      else if (after.score !== before.score) this.#rescored++;
      else return;
    } else if (after) this.#joins++;
    else this.#leaves++;
    this.#moves.push({
      ...model,
      levelBefore: before?.level ?? null,
      levelAfter: after?.level ?? null,
      scoreBefore: before?.score ?? null,
      scoreAfter: after?.score ?? null,
      causes:
        before && after
          ? causesOf(
              { compiled: this.#before, results: before.results },
              { compiled: this.#after, results: after.results },
            )
          : [],
    });
  }

  response(): WhatIfResponse {
    const { metadata } = this.#before.rubric;
    return {
      valid: true,
      problems: [],
      rubricId: metadata.id,
      versionBefore: metadata.version,
      versionAfter: this.#after.rubric.metadata.version,
      models: this.#models,
      rises: this.#rises,
      falls: this.#falls,
      unchanged: this.#models - this.#moves.length,
      rescored: this.#rescored,
      joins: this.#joins,
      leaves: this.#leaves,
      levelsBefore: this.#old.levels,
      levelsAfter: this.#new.levels,
      scoreBefore: this.#old.score,
      scoreAfter: this.#new.score,
      moves: this.#moves.sort(compareMoves).slice(0, MAX_MOVES),
      checks: this.#checks(),
    };
  }

  #checks(): WhatIfCheck[] {
    const { checks: old } = this.#before.rubric;
    const { checks: edited } = this.#after.rubric;
    const before = new Map(old.map(check => [check.id, check]));
    const after = new Set(edited.map(({ id }) => id));
    return [
      ...edited.map((check): WhatIfCheck => {
        const was = before.get(check.id);
        const same = JSON.stringify(was) === JSON.stringify(check);
        const change = same ? 'same' : 'changed';
        return {
          checkId: check.id,
          title: check.title,
          change: was ? change : 'added',
          before: this.#old.counts.get(check.id) ?? null,
          after: this.#new.counts.get(check.id) ?? null,
        };
      }),
      ...old
        .filter(({ id }) => !after.has(id))
        .map(
          ({ id, title }): WhatIfCheck => ({
            checkId: id,
            title,
            change: 'removed',
            before: this.#old.counts.get(id) ?? null,
            after: null,
          }),
        ),
    ];
  }
}

/** Falls before rises, then by how far. */
function compareMoves(a: WhatIfMove, b: WhatIfMove): number {
  const byLevel = (move: WhatIfMove) =>
    (move.levelAfter ?? -1) - (move.levelBefore ?? -1);
  const byScore = (move: WhatIfMove) =>
    (move.scoreAfter ?? 0) - (move.scoreBefore ?? 0);
  const kind = (move: WhatIfMove) => Math.sign(byLevel(move)) || 2;
  return (
    kind(a) - kind(b) ||
    Math.abs(byLevel(b)) - Math.abs(byLevel(a)) ||
    Math.abs(byScore(b)) - Math.abs(byScore(a)) ||
    (a.entityRef < b.entityRef ? -1 : 1)
  );
}
