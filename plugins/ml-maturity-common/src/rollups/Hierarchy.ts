import { RollupTable } from './RollupTable';
import { Sum } from './Sum';

/**
 * Models in a hierarchy of nodes.
 *
 * @remarks
 *
 * A model of a single node is added up there once, and a node adds the sums of
 * all nodes below it, each once. Only models of several nodes are looked at
 * one by one, since they may be met again.
 */
export class Hierarchy {
  readonly ids = new Set<string>();
  /** Models of no node. */
  readonly unassigned: Sum;
  readonly #table: RollupTable;
  readonly #children = new Map<string, string[]>();
  /** Sums of the models that belong to one node only. */
  readonly #own = new Map<string, Sum>();
  /** Models that belong to several nodes, by node. */
  readonly #shared = new Map<string, number[]>();
  /** Number of the walk that met a model last. */
  readonly #met: Uint32Array;
  #walk = 0;

  constructor(
    table: RollupTable,
    options: {
      parents?: ReadonlyMap<string, readonly string[]>;
      include?: (index: number) => boolean;
      groupsOf?: (index: number) => readonly string[];
    },
  ) {
    const { include, groupsOf } = options;
    this.#table = table;
    this.#met = new Uint32Array(table.size);
    this.unassigned = new Sum(table);
    for (const [id, above] of options.parents ?? []) {
      this.ids.add(id);
      for (const parent of above) {
        this.ids.add(parent);
        push(this.#children, parent, id);
      }
    }
    for (let model = 0; model < table.size; model++) {
      if (include && !include(model)) continue;
      this.#put(model, groupsOf ? groupsOf(model) : table.groupsAt(model));
    }
  }

  /** All models, each once. */
  total(): Sum {
    const total = new Sum(this.#table);
    total.add(this.unassigned);
    this.#addNodes(total, this.ids);
    return total;
  }

  /** Models of a node and all below it, each once: nodes may meet again below, or even form a circle. */
  below(id: string): Sum {
    const seen = new Set([id]);
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const child of this.#children.get(at) ?? []) {
        if (seen.has(child)) continue;
        seen.add(child);
        open.push(child);
      }
    }
    const sum = new Sum(this.#table);
    this.#addNodes(sum, seen);
    return sum;
  }

  #put(model: number, groups: readonly string[]): void {
    if (groups.length === 0) {
      this.unassigned.addModel(this.#table, model);
      return;
    }
    if (groups.length > 1) {
      for (const id of groups) {
        this.ids.add(id);
        push(this.#shared, id, model);
      }
      return;
    }
    const [id] = groups;
    let own = this.#own.get(id);
    if (!own) {
      own = new Sum(this.#table);
      this.#own.set(id, own);
      this.ids.add(id);
    }
    own.addModel(this.#table, model);
  }

  #addNodes(sum: Sum, ids: Iterable<string>): void {
    const walk = ++this.#walk;
    for (const id of ids) {
      const own = this.#own.get(id);
      if (own) sum.add(own);
      for (const model of this.#shared.get(id) ?? []) {
        if (this.#met[model] === walk) continue;
        this.#met[model] = walk;
        sum.addModel(this.#table, model);
      }
    }
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
