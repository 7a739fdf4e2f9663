import { Hierarchy } from './Hierarchy';
import { RollupTable } from './RollupTable';
import { Summary } from './Summary';
import { RollupColumns, RollupResult } from './types';

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
  const hierarchy = new Hierarchy(table, options);
  const summary = new Summary(table.compiled.rubric, options.columns);
  const ids = options.nodes ?? [...hierarchy.ids].sort();
  return {
    total: summary.of(hierarchy.total()),
    unassigned: summary.of(hierarchy.unassigned),
    nodes: ids.map(id => ({ id, ...summary.of(hierarchy.below(id)) })),
  };
}
