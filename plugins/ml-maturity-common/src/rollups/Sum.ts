import { NOT_COUNTED, RollupTable } from './RollupTable';

/** How many codes a result has. */
export const CODES = NOT_COUNTED + 1;

/** Models added up. Sums of models that are not the same may be added too. */
export class Sum {
  models = 0;
  evaluated = 0;
  withWaivers = 0;
  scored = 0;
  scores = 0;
  readonly levels: Uint32Array;
  /** Results by check and code. */
  readonly codes: Uint32Array;

  constructor({ width, compiled }: RollupTable) {
    this.levels = new Uint32Array(compiled.rubric.levels.length);
    this.codes = new Uint32Array(width * CODES);
  }

  addModel(table: RollupTable, model: number): void {
    this.models++;
    const level = table.levels[model];
    if (level < 0) return;
    this.evaluated++;
    this.levels[level]++;
    if (table.waived[model] > 0) this.withWaivers++;
    const score = table.scores[model];
    if (!Number.isNaN(score)) {
      this.scored++;
      this.scores += score;
    }
    const { width, statuses } = table;
    const { codes } = this;
    const offset = model * width;
    for (let i = 0, at = 0; i < width; i++, at += CODES) {
      codes[at + statuses[offset + i]]++;
    }
  }

  add(other: Sum): void {
    this.models += other.models;
    this.evaluated += other.evaluated;
    this.withWaivers += other.withWaivers;
    this.scored += other.scored;
    this.scores += other.scores;
    for (let i = 0; i < this.levels.length; i++) {
      this.levels[i] += other.levels[i];
    }
    const { codes } = this;
    for (let i = 0; i < codes.length; i++) codes[i] += other.codes[i];
  }
}
