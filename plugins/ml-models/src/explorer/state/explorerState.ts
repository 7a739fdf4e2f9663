import { ListDefinition } from '../query/definitions';

/** Rows of a page that a reader may choose. */
export const PAGE_SIZES = [20, 50, 100] as const;

const MAX_VALUES = 50;
const MAX_LENGTH = 300;
// An offset beyond this is a mistyped address, not a page that somebody reads.
const MAX_PAGE = 100_000;

/** Everything about a list that its address says. */
export interface ExplorerState {
  search: string;
  /** Chosen values by id of the filter; only filters with a value are there. */
  filters: Readonly<Record<string, string[]>>;
  mine: boolean;
  starred: boolean;
  sort: { id: string; order: 'asc' | 'desc' };
  /** From 0. */
  page: number;
  size: number;
}

const DEFAULT_SORT: ExplorerState['sort'] = { id: 'name', order: 'asc' };

function parseSort(
  text: string | null,
  definition: ListDefinition,
): ExplorerState['sort'] {
  const id = text?.replace(/^-/, '');
  return definition.sorts.some(sort => sort.id === id)
    ? { id: id!, order: text!.startsWith('-') ? 'desc' : 'asc' }
    : DEFAULT_SORT;
}

function parsePage(text: string | null): number {
  const page = text && /^\d{1,6}$/.test(text) ? Number(text) : 1;
  return Math.min(Math.max(page, 1), MAX_PAGE) - 1;
}

/** Reads a list's state from its address; what it does not understand counts as not said. */
export function parseExplorerState(
  params: URLSearchParams,
  definition: ListDefinition,
): ExplorerState {
  const filters: Record<string, string[]> = {};
  for (const { id } of definition.filters) {
    const values = [
      ...new Set(
        params.getAll(id).filter(value => value && value.length <= MAX_LENGTH),
      ),
    ].slice(0, MAX_VALUES);
    if (values.length) filters[id] = values;
  }
  const size = Number(params.get('size'));
  return {
    search: (params.get('q') ?? '').slice(0, MAX_LENGTH),
    filters,
    mine: params.get('mine') === 'true',
    starred: params.get('starred') === 'true',
    sort: parseSort(params.get('sort'), definition),
    page: parsePage(params.get('page')),
    size: PAGE_SIZES.find(option => option === size) ?? PAGE_SIZES[0],
  };
}

/** Writes a list's state into an address; what is as usual is left out. */
export function formatExplorerState(state: ExplorerState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.search) params.set('q', state.search);
  for (const [id, values] of Object.entries(state.filters)) {
    for (const value of values) params.append(id, value);
  }
  if (state.mine) params.set('mine', 'true');
  if (state.starred) params.set('starred', 'true');
  const { id, order } = state.sort;
  if (id !== DEFAULT_SORT.id || order !== DEFAULT_SORT.order) {
    params.set('sort', `${order === 'desc' ? '-' : ''}${id}`);
  }
  if (state.page > 0) params.set('page', String(state.page + 1));
  if (state.size !== PAGE_SIZES[0]) params.set('size', String(state.size));
  return params;
}

/** Whether the state narrows the list at all. */
export function isNarrowed(state: ExplorerState): boolean {
  return Boolean(
    state.search.trim() ||
      state.mine ||
      state.starred ||
      Object.keys(state.filters).length,
  );
}

/** The state without anything that narrows the list. */
export function clearNarrowing(state: ExplorerState): ExplorerState {
  return {
    ...state,
    search: '',
    filters: {},
    mine: false,
    starred: false,
    page: 0,
  };
}
