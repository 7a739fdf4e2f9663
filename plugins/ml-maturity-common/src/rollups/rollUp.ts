import { CHECK_STATUSES } from '../evaluation/types';
import { Rubric, RubricCheck } from '../rubric/types';
import { isScored } from '../scores/score';
import { StatusCounts } from '../scores/types';
import { NOT_COUNTED, RollupTable } from './RollupTable';
import { RollupColumns, RollupResult, RollupSummary } from './types';

const CODES = NOT_COUNTED + 1;
const PASS = 0;
const SCORED = [...CHECK_STATUSES.map(isScored), false];

/** How models are summed up. @public */
export interface RollupOptions {
  /** What the cells of each node stand for. */
  columns: RollupColumns;
  /** Parents of each node; a node that is named only as a parent or a model's group is a node too. */
  parents?: ReadonlyMap<string, readonly string[]>;
  /** Nodes to answer for, in this order; all without it. */
  nodes?: readonly string[];
  /** Models that may be counted: filters, and what the caller may read. */
  include?: (index: number) => boolean;
  /** Nodes that a model belongs to directly, in place of those in the table. */
  groupsOf?: (index: number) => readonly string[];
}

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

class Summer {
  readonly #table: RollupTable;
  readonly #columns: string[];
  /** Column of each check, -1 for none. */
  readonly #columnOf: Int32Array;
  readonly #weights: Float64Array;

  constructor(table: RollupTable, by: RollupColumns) {
    const { rubric } = table.compiled;
    const { ids, of } = columnsOf(rubric, by);
    this.#table = table;
    this.#columns = ids;
    this.#columnOf = Int32Array.from(rubric.checks, check =>
      ids.indexOf(of(check) ?? ''),
    );
    this.#weights = Float64Array.from(rubric.checks, ({ weight }) => weight);
  }

  sum(models: ArrayLike<number>): RollupSummary {
    const table = this.#table;
    const { width, statuses } = table;
    // One increment for each result; columns and weights come after the loop.
    const codes = new Uint32Array(width * CODES);
    const levels = table.compiled.rubric.levels.map(() => 0);
    let evaluated = 0;
    let failed = 0;
    let withWaivers = 0;
    let scored = 0;
    let scores = 0;
    for (let m = 0; m < models.length; m++) {
      const model = models[m];
      failed += table.failed[model];
      const level = table.levels[model];
      if (level < 0) continue;
      evaluated++;
      levels[level]++;
      if (table.waived[model] > 0) withWaivers++;
      if (!Number.isNaN(table.scores[model])) {
        scored++;
        scores += table.scores[model];
      }
      const offset = model * width;
      for (let i = 0, at = 0; i < width; i++, at += CODES) {
        codes[at + statuses[offset + i]]++;
      }
    }
    return {
      models: models.length,
      evaluated,
      notEvaluated: models.length - evaluated,
      failed,
      levels,
      withWaivers,
      score: scored > 0 ? scores / scored : null,
      ...this.#fold(codes),
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

class Hierarchy {
  readonly children = new Map<string, string[]>();
  readonly members = new Map<string, number[]>();
  readonly ids = new Set<string>();
  /** Number of the walk that met a model last. */
  readonly #met: Uint32Array;
  #walk = 0;

  constructor(
    table: RollupTable,
    models: readonly number[],
    parents: ReadonlyMap<string, readonly string[]>,
    groupsOf: (index: number) => readonly string[],
  ) {
    this.#met = new Uint32Array(table.size);
    for (const [id, above] of parents) {
      this.ids.add(id);
      for (const parent of above) {
        this.ids.add(parent);
        push(this.children, parent, id);
      }
    }
    for (const model of models) {
      for (const id of groupsOf(model)) {
        this.ids.add(id);
        push(this.members, id, model);
      }
    }
  }

  /** Models of a node and all below it, each once: nodes may meet again below, or even form a circle. */
  below(id: string): number[] {
    const models: number[] = [];
    const walk = ++this.#walk;
    const seen = new Set([id]);
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const model of this.members.get(at) ?? []) {
        if (this.#met[model] === walk) continue;
        this.#met[model] = walk;
        models.push(model);
      }
      for (const child of this.children.get(at) ?? []) {
        if (!seen.has(child)) {
          seen.add(child);
          open.push(child);
        }
      }
    }
    return models;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * Sums models up over a hierarchy of groups, systems or domains. Each node
 * counts every model of itself and of all below it once, however many paths
 * lead there.
 *
 * @public
 */
export function rollUp(
  table: RollupTable,
  options: RollupOptions,
): RollupResult {
  const models: number[] = [];
  for (let index = 0; index < table.size; index++) {
    if (!options.include || options.include(index)) models.push(index);
  }
  const groupsOf =
    options.groupsOf ?? ((index: number) => table.groupsAt(index));
  const hierarchy = new Hierarchy(
    table,
    models,
    options.parents ?? new Map(),
    groupsOf,
  );
  const summer = new Summer(table, options.columns);
  const ids = options.nodes ?? [...hierarchy.ids].sort();
  return {
    total: summer.sum(models),
    unassigned: summer.sum(
      models.filter(model => groupsOf(model).length === 0),
    ),
    nodes: ids.map(id => ({ id, ...summer.sum(hierarchy.below(id)) })),
  };
}
