import { CompiledRubric } from '../evaluation/CompiledRubric';
import { CHECK_STATUSES, CheckResult, CheckStatus } from '../evaluation/types';
import { summarise } from '../scores/summarise';
import { CheckGap, RollupModel } from './types';

const CODES = new Map<CheckStatus, number>(
  CHECK_STATUSES.map((status, i) => [status, i]),
);
/** Code of a result that does not count. */
export const NOT_COUNTED = CHECK_STATUSES.length;
const [PASS, FAIL, UNKNOWN, ERROR] = CHECK_STATUSES.map((_, i) => i);
const NO_CHECK = -1;
const NOT_EVALUATED = -1;

/**
 * The results of many models in typed arrays: one byte for each result, so
 * that ten thousand models fit into a megabyte and sums run over plain memory.
 *
 * @public
 */
export class RollupTable {
  readonly compiled: CompiledRubric;
  readonly #refs: string[] = [];
  readonly #groups: (readonly string[])[] = [];
  readonly #indexByRef = new Map<string, number>();
  readonly #width: number;
  /** @internal */
  statuses: Uint8Array;
  /** Level by model, -1 where it was not evaluated. @internal */
  levels: Int16Array;
  /** Score by model, NaN where there is none. @internal */
  scores: Float64Array;
  /** Waived checks below the level, by model. @internal */
  waived: Uint16Array;
  #soleGap: Int16Array;

  private constructor(compiled: CompiledRubric, capacity: number) {
    this.compiled = compiled;
    this.#width = compiled.checks.length;
    this.statuses = new Uint8Array(capacity * this.#width);
    this.levels = new Int16Array(capacity);
    this.scores = new Float64Array(capacity);
    this.waived = new Uint16Array(capacity);
    this.#soleGap = new Int16Array(capacity);
  }

  /** Fills a table; a reference that comes again replaces the one before. */
  static create(
    compiled: CompiledRubric,
    models: Iterable<RollupModel> = [],
  ): RollupTable {
    const list = [...models];
    const table = new RollupTable(compiled, Math.max(16, list.length));
    list.forEach(model => table.set(model));
    return table;
  }

  /** Models in the table. */
  get size(): number {
    return this.#refs.length;
  }

  /** Checks of the rubric: bytes of one model. @internal */
  get width(): number {
    return this.#width;
  }

  /** Reference of the model at a position. */
  refAt(index: number): string {
    return this.#refs[index];
  }

  /** Nodes that the model at a position belongs to directly. */
  groupsAt(index: number): readonly string[] {
    return this.#groups[index];
  }

  /** Level of the model at a position; undefined when it was not evaluated. */
  levelAt(index: number): number | undefined {
    return this.levels[index] === NOT_EVALUATED
      ? undefined
      : this.levels[index];
  }

  /** Adds a model or replaces what is known of it. */
  set(model: RollupModel): void {
    let index = this.#indexByRef.get(model.ref);
    if (index === undefined) {
      index = this.#refs.length;
      if (index >= this.levels.length) this.#grow();
      this.#indexByRef.set(model.ref, index);
      this.#refs.push(model.ref);
      this.#groups.push(model.groups);
    }
    this.#groups[index] = model.groups;
    this.#write(index, model.results);
  }

  /** Forgets a model; the last one takes its position. */
  delete(ref: string): void {
    const index = this.#indexByRef.get(ref);
    if (index === undefined) return;
    const last = this.#refs.length - 1;
    const width = this.#width;
    this.statuses.copyWithin(index * width, last * width, (last + 1) * width);
    for (const column of [
      this.levels,
      this.scores,
      this.waived,
      this.#soleGap,
    ]) {
      column[index] = column[last];
    }
    this.#refs[index] = this.#refs[last];
    this.#groups[index] = this.#groups[last];
    this.#indexByRef.set(this.#refs[index], index);
    this.#indexByRef.delete(ref);
    this.#refs.pop();
    this.#groups.pop();
  }

  /**
   * How often each check is missing and what it would bring, worst first:
   * by the models that it lifts, then by those that wait for it.
   */
  gaps(include?: (index: number) => boolean): CheckGap[] {
    const { checks } = this.compiled.rubric;
    const gaps = checks.map(
      ({ id }): CheckGap => ({
        checkId: id,
        fail: 0,
        unknown: 0,
        error: 0,
        blocks: 0,
        lifts: 0,
      }),
    );
    const highest = this.compiled.rubric.levels.length - 1;
    for (let model = 0; model < this.size; model++) {
      const level = this.levels[model];
      if (level === NOT_EVALUATED || (include && !include(model))) continue;
      const next = level + 1;
      const offset = model * this.#width;
      for (let i = 0; i < this.#width; i++) {
        const status = this.statuses[offset + i];
        if (status === FAIL) gaps[i].fail++;
        else if (status === UNKNOWN) gaps[i].unknown++;
        else if (status === ERROR) gaps[i].error++;
        else continue;
        if (next <= highest && checks[i].level === next) gaps[i].blocks++;
      }
      const sole = this.#soleGap[model];
      if (sole !== NO_CHECK) gaps[sole].lifts++;
    }
    const missing = ({ fail, unknown, error }: CheckGap) =>
      fail + unknown + error;
    return gaps.sort(
      (a, b) =>
        b.lifts - a.lifts || b.blocks - a.blocks || missing(b) - missing(a),
    );
  }

  #write(index: number, results: readonly CheckResult[] | undefined): void {
    const offset = index * this.#width;
    this.statuses.fill(NOT_COUNTED, offset, offset + this.#width);
    this.#soleGap[index] = NO_CHECK;
    if (!results) {
      this.levels[index] = NOT_EVALUATED;
      this.scores[index] = Number.NaN;
      this.waived[index] = 0;
      return;
    }
    const { level, score, waived } = summarise(this.compiled, results);
    this.levels[index] = level;
    this.scores[index] = score ?? Number.NaN;
    this.waived[index] = waived;
    let missing = 0;
    for (const { checkId, status, counted } of results) {
      const check = this.compiled.checkIndex.get(checkId);
      if (check === undefined) continue;
      if (!counted && status !== 'not-applicable') continue;
      const code = CODES.get(status)!;
      this.statuses[offset + check] = code;
      const open = code > PASS && code <= ERROR;
      if (open && this.compiled.rubric.checks[check].level === level + 1) {
        missing++;
        this.#soleGap[index] = check;
      }
    }
    if (missing !== 1) this.#soleGap[index] = NO_CHECK;
  }

  #grow(): void {
    const capacity = this.levels.length * 2;
    const grow = <T extends { set(from: T): void }>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.statuses = grow(this.statuses, new Uint8Array(capacity * this.#width));
    this.levels = grow(this.levels, new Int16Array(capacity));
    this.scores = grow(this.scores, new Float64Array(capacity));
    this.waived = grow(this.waived, new Uint16Array(capacity));
    this.#soleGap = grow(this.#soleGap, new Int16Array(capacity));
  }
}
