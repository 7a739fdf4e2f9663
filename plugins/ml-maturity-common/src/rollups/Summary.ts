import { CHECK_STATUSES } from '../evaluation/types';
import { Rubric, RubricCheck } from '../rubric/types';
import { isScored } from '../scores/score';
import { StatusCounts } from '../scores/types';
import { CODES, Sum } from './Sum';
import { RollupColumns, RollupSummary } from './types';

const PASS = 0;
const SCORED = [...CHECK_STATUSES.map(isScored), false];

function columnsOf(
  rubric: Rubric,
  by: RollupColumns,
): { ids: string[]; of: (check: RubricCheck) => string | undefined } {
  switch (by) {
    case 'category':
      return {
        ids: rubric.categories.map(({ id }) => id),
        of: check => check.category,
      };
    case 'phase':
      return {
        ids: rubric.phases.map(({ id }) => id),
        of: check => check.phase,
      };
    case 'level':
      return {
        ids: rubric.levels.map(({ level }) => String(level)),
        of: check => String(check.level),
      };
    default:
      return { ids: rubric.checks.map(({ id }) => id), of: check => check.id };
  }
}

/** Spelled out, for there is one for each cell; the order is that of `CHECK_STATUSES`. */
function countsFrom(codes: Uint32Array, offset: number): StatusCounts {
  return {
    pass: codes[offset],
    fail: codes[offset + 1],
    unknown: codes[offset + 2],
    error: codes[offset + 3],
    waived: codes[offset + 4],
    'not-applicable': codes[offset + 5],
  };
}

/** Tells what a sum means in the columns that were asked for. */
export class Summary {
  readonly #columns: string[];
  /** Column of each check, -1 for none. */
  readonly #columnOf: Int32Array;
  readonly #weights: Float64Array;

  constructor(rubric: Rubric, by: RollupColumns) {
    const { ids, of } = columnsOf(rubric, by);
    this.#columns = ids;
    this.#columnOf = Int32Array.from(rubric.checks, check =>
      ids.indexOf(of(check) ?? ''),
    );
    this.#weights = Float64Array.from(rubric.checks, ({ weight }) => weight);
  }

  of(sum: Sum): RollupSummary {
    return {
      models: sum.models,
      evaluated: sum.evaluated,
      notEvaluated: sum.models - sum.evaluated,
      levels: [...sum.levels],
      withWaivers: sum.withWaivers,
      score: sum.scored > 0 ? sum.scores / sum.scored : null,
      ...this.#fold(sum.codes),
    };
  }

  #fold(codes: Uint32Array): Pick<RollupSummary, 'counts' | 'cells'> {
    const all = new Uint32Array(CODES);
    const byColumn = new Uint32Array(this.#columns.length * CODES);
    const passed = new Float64Array(this.#columns.length);
    const total = new Float64Array(this.#columns.length);
    this.#columnOf.forEach((column, check) => {
      for (let code = 0; code < CODES; code++) {
        const count = codes[check * CODES + code];
        all[code] += count;
        if (column < 0) continue;
        byColumn[column * CODES + code] += count;
        const weight = count * this.#weights[check];
        if (SCORED[code]) total[column] += weight;
        if (code === PASS) passed[column] += weight;
      }
    });
    return {
      counts: countsFrom(all, 0),
      cells: this.#columns.map((column, i) => ({
        column,
        score: total[i] > 0 ? passed[i] / total[i] : null,
        passed: passed[i],
        total: total[i],
        counts: countsFrom(byColumn, i * CODES),
      })),
    };
  }
}
