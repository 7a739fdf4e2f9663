/** Views of the tab. */
export const VIEWS = ['overview', 'checks', 'history', 'assessment'] as const;

/** A view of the tab. */
export type View = (typeof VIEWS)[number];

/** Ways to group checks. */
export const GROUPINGS = ['category', 'phase', 'level'] as const;

/** A way to group checks. */
export type Grouping = (typeof GROUPINGS)[number];

/** Filters of checks; more than one shows what matches any of them. */
export const CHECK_FILTERS = [
  'failing',
  'unknown',
  'waived',
  'expiring',
  'passing',
  'draft',
  'not-applicable',
] as const;

/** A filter of checks. */
export type CheckFilter = (typeof CHECK_FILTERS)[number];

/** What the tab shows. */
export interface TabState {
  view: View;
  rubric?: string;
  group: Grouping;
  filters: CheckFilter[];
  level?: number;
  text: string;
  /** The check that is open; the step in the assessment. */
  check?: string;
}

function oneOf<T extends string>(
  value: string | null,
  known: readonly T[],
): T | undefined {
  return known.find(item => item === value);
}

/** The state that an address asks for; what it does not know is left out. */
export function parseTabState(params: URLSearchParams): TabState {
  const level = Number(params.get('level') ?? Number.NaN);
  return {
    view: oneOf(params.get('view'), VIEWS) ?? 'overview',
    rubric: params.get('rubric') || undefined,
    group: oneOf(params.get('group'), GROUPINGS) ?? 'category',
    filters: CHECK_FILTERS.filter(name => params.getAll('show').includes(name)),
    level: Number.isInteger(level) ? level : undefined,
    text: params.get('q') ?? '',
    check: params.get('check') || undefined,
  };
}

/** The address of a state; what is as usual is left out. */
export function formatTabState(state: TabState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.view !== 'overview') params.set('view', state.view);
  if (state.rubric) params.set('rubric', state.rubric);
  if (state.group !== 'category') params.set('group', state.group);
  state.filters.forEach(name => params.append('show', name));
  if (state.level !== undefined) params.set('level', String(state.level));
  if (state.text) params.set('q', state.text);
  if (state.check) params.set('check', state.check);
  return params;
}
