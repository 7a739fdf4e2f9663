import {
  RollupEntry,
  RollupResponse,
  RollupSummary,
} from '@airworthy/plugin-ml-maturity-common';
import { TOTAL, UNASSIGNED } from '../../state/overviewState';

/** A row as it is shown; a node with several parents has a row below each. */
export interface HeatmapRow {
  /** Unique, the way from the top. */
  key: string;
  /** Id of the node. */
  id: string;
  title: string;
  depth: number;
  summary: RollupSummary;
  hasChildren: boolean;
  isOpen: boolean;
}

/** What the rows are sorted by: their title, a figure, or the score in a column. */
export interface HeatmapSort {
  by: 'title' | 'models' | 'score' | { column: string };
  order: 'asc' | 'desc';
}

type Children = Map<string | undefined, RollupEntry[]>;

function childrenOf(nodes: readonly RollupEntry[]): Children {
  const ids = new Set(nodes.map(({ id }) => id));
  const children: Children = new Map();
  for (const node of nodes) {
    const parents = node.parents.filter(id => ids.has(id) && id !== node.id);
    for (const parent of parents.length ? parents : [undefined]) {
      children.set(parent, [...(children.get(parent) ?? []), node]);
    }
  }
  return children;
}

function valueOf(summary: RollupSummary, sort: HeatmapSort): number | null {
  const { by } = sort;
  if (by === 'models') return summary.models;
  if (by === 'score' || by === 'title') return summary.score;
  return summary.cells.find(cell => cell.column === by.column)?.score ?? null;
}

function compare(sort: HeatmapSort) {
  const direction = sort.order === 'asc' ? 1 : -1;
  return (a: RollupEntry, b: RollupEntry): number => {
    const byTitle = a.title.localeCompare(b.title, undefined, {
      numeric: true,
    });
    if (sort.by === 'title') return direction * byTitle;
    const [x, y] = [valueOf(a, sort), valueOf(b, sort)];
    // What has no score comes last in both directions.
    if (x === null || y === null) {
      return Number(x === null) - Number(y === null) || byTitle;
    }
    return direction * (x - y) || byTitle;
  };
}

/** Keys of all rows that have rows below them. */
export function branchKeys(nodes: readonly RollupEntry[]): string[] {
  const children = childrenOf(nodes);
  const keys: string[] = [];
  const visit = (node: RollupEntry, way: string[]) => {
    // Groups of a catalog may be each other's parents.
    if (way.includes(node.id) || !children.has(node.id)) return;
    const path = [...way, node.id];
    keys.push(path.join('>'));
    children.get(node.id)!.forEach(child => visit(child, path));
  };
  children.get(undefined)?.forEach(root => visit(root, []));
  return keys;
}

/** The rows to show: the hierarchy as far as it is open, what is in none of it, and all models. */
export function heatmapRows(
  response: RollupResponse,
  open: ReadonlySet<string>,
  sort: HeatmapSort,
  titles: { total: string; unassigned: string },
): HeatmapRow[] {
  const children = childrenOf(response.nodes);
  const rows: HeatmapRow[] = [];
  const visit = (node: RollupEntry, way: string[]) => {
    if (way.includes(node.id)) return;
    const path = [...way, node.id];
    const key = path.join('>');
    const below = (children.get(node.id) ?? []).filter(
      child => !path.includes(child.id),
    );
    const isOpen = below.length > 0 && open.has(key);
    rows.push({
      key,
      id: node.id,
      title: node.title,
      depth: way.length,
      summary: node,
      hasChildren: below.length > 0,
      isOpen,
    });
    if (isOpen) {
      [...below].sort(compare(sort)).forEach(child => visit(child, path));
    }
  };
  [...(children.get(undefined) ?? [])]
    .sort(compare(sort))
    .forEach(root => visit(root, []));
  const plain = { depth: 0, hasChildren: false, isOpen: false };
  if (response.unassigned.models > 0) {
    rows.push({
      ...plain,
      key: UNASSIGNED,
      id: UNASSIGNED,
      title: titles.unassigned,
      summary: response.unassigned,
    });
  }
  rows.push({
    ...plain,
    key: TOTAL,
    id: TOTAL,
    title: titles.total,
    summary: response.total,
  });
  return rows;
}
