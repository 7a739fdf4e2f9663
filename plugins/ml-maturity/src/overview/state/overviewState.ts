import {
  CHECK_STATUSES,
  CheckStatus,
  FILTER_NONE,
  PortfolioFilter,
  RollupBy,
  RollupMeasure,
  ScorecardSort,
} from '@airworthy/plugin-ml-maturity-common';

/** Filters that every part of the page understands; each is a key of the address. */
export const FILTERS = [
  'owner',
  'domain',
  'system',
  'lifecycle',
  'task',
  'track',
  'tag',
] as const;

/** A filter that every part of the page understands. */
export type FilterId = (typeof FILTERS)[number];

/** Filters by results, which lists alone understand. */
export const RESULT_FILTERS = ['check', 'category', 'phase'] as const;

/** A filter by results. */
export type ResultFilterId = (typeof RESULT_FILTERS)[number];

/** Rows that the heatmap can have. */
export const ROWS: readonly RollupBy[] = [
  'owner',
  'system',
  'domain',
  'lifecycle',
  'task',
  'track',
];

/** Columns that the heatmap can have. */
export const COLUMNS = ['category', 'level', 'phase', 'check'] as const;

/** Columns of the heatmap. */
export type HeatmapColumns = Extract<RollupMeasure, (typeof COLUMNS)[number]>;

const SORTS: readonly ScorecardSort[] = [
  'score',
  'level',
  'name',
  'evaluatedAt',
];

/** Parts of the rubric's page. */
export const RUBRIC_VIEWS = ['checks', 'what-if'] as const;

/** A part of the rubric's page. */
export type RubricView = (typeof RUBRIC_VIEWS)[number];

/** Spans of days that trends and movers can show. */
export const SPANS = [30, 90, 365] as const;

/** The row that sums up models which have no owner, system and so on. */
export const UNASSIGNED = FILTER_NONE;
/** The row that sums up all models. */
export const TOTAL = '(all)';

/** What the page shows, as its address says it. */
export interface OverviewState {
  rubric?: string;
  text: string;
  filters: Readonly<Partial<Record<FilterId, string[]>>>;
  /** Levels that models are at. */
  level: number[];
  results: Readonly<Partial<Record<ResultFilterId, string[]>>>;
  /** Levels of the checks that are looked at. */
  checkLevel: number[];
  status: CheckStatus[];
  by: RollupBy;
  measure: HeatmapColumns;
  /** The cell that is looked into. */
  cell?: { row: string; column: string };
  days: number;
  sort: ScorecardSort;
  order: 'asc' | 'desc';
  /** The campaign that is open. */
  campaign?: string;
  /** The part of the rubric's page. */
  view: RubricView;
}

const MAX_VALUES = 50;
const MAX_LENGTH = 300;

const texts = (params: URLSearchParams, name: string) =>
  [
    ...new Set(
      params.getAll(name).filter(value => value && value.length <= MAX_LENGTH),
    ),
  ].slice(0, MAX_VALUES);

const numbers = (params: URLSearchParams, name: string) =>
  texts(params, name)
    .filter(value => /^\d{1,2}$/.test(value))
    .map(Number);

function among<T extends string | number>(
  value: string | null,
  known: readonly T[],
  otherwise: T,
): T {
  return known.find(item => String(item) === value) ?? otherwise;
}

function lists<K extends string>(
  params: URLSearchParams,
  names: readonly K[],
): Partial<Record<K, string[]>> {
  const found: Partial<Record<K, string[]>> = {};
  for (const name of names) {
    const values = texts(params, name);
    if (values.length) found[name] = values;
  }
  return found;
}

/** Reads what an address asks for; what it does not understand counts as not said. */
export function parseOverviewState(params: URLSearchParams): OverviewState {
  const row = params.get('row');
  const column = params.get('column');
  return {
    rubric: texts(params, 'rubric')[0],
    text: (params.get('q') ?? '').slice(0, 200),
    filters: lists(params, FILTERS),
    level: numbers(params, 'level'),
    results: lists(params, RESULT_FILTERS),
    checkLevel: numbers(params, 'checkLevel'),
    status: CHECK_STATUSES.filter(status =>
      params.getAll('status').includes(status),
    ),
    by: among(params.get('by'), ROWS, 'owner'),
    measure: among(params.get('measure'), COLUMNS, 'category'),
    cell: row && column ? { row, column } : undefined,
    days: among(params.get('days'), SPANS, 90),
    sort: among(params.get('sort'), SORTS, 'score'),
    order: params.get('order') === 'asc' ? 'asc' : 'desc',
    campaign: params.get('campaign') || undefined,
    view: among(params.get('view'), RUBRIC_VIEWS, 'checks'),
  };
}

/** Writes a state into an address; what is as usual is left out. */
export function formatOverviewState(state: OverviewState): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number, usual?: unknown) => {
    if (value !== usual) params.append(name, String(value));
  };
  if (state.rubric) put('rubric', state.rubric);
  if (state.text) put('q', state.text);
  for (const values of [state.filters, state.results]) {
    for (const [name, list] of Object.entries(values)) {
      list?.forEach(value => put(name, value));
    }
  }
  state.level.forEach(level => put('level', level));
  state.checkLevel.forEach(level => put('checkLevel', level));
  state.status.forEach(status => put('status', status));
  put('by', state.by, 'owner');
  put('measure', state.measure, 'category');
  if (state.cell) {
    put('row', state.cell.row);
    put('column', state.cell.column);
  }
  put('days', state.days, 90);
  put('sort', state.sort, 'score');
  put('order', state.order, 'desc');
  if (state.campaign) put('campaign', state.campaign);
  put('view', state.view, 'checks');
  return params;
}

/** The models that the whole page is about. */
export function filterOf(state: OverviewState): PortfolioFilter {
  const text = state.text.trim();
  return {
    ...(state.rubric ? { rubric: state.rubric } : {}),
    ...state.filters,
    ...(text ? { text } : {}),
  };
}

/** The models that a list shows: those of the page, narrowed by level and results. */
export function listFilterOf(state: OverviewState): PortfolioFilter {
  return {
    ...filterOf(state),
    ...(state.level.length ? { level: state.level } : {}),
    ...state.results,
    ...(state.checkLevel.length ? { checkLevel: state.checkLevel } : {}),
    ...(state.status.length ? { status: state.status } : {}),
  };
}

/** The state without anything that narrows what is shown. */
export function clearNarrowing(state: OverviewState): OverviewState {
  return {
    ...state,
    text: '',
    filters: {},
    level: [],
    results: {},
    checkLevel: [],
    status: [],
  };
}
