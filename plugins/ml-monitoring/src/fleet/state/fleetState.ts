import {
  FleetQuery,
  HEALTH_STATUSES,
  HealthStatus,
} from '@airworthy/plugin-ml-monitoring-common';

/** Filters of the fleet; each is a key of the address. */
export const FLEET_FILTERS = [
  'owner',
  'environment',
  'system',
  'lifecycle',
  'model',
  'type',
] as const;

/** A filter of the fleet. */
export type FleetFilter = (typeof FLEET_FILTERS)[number];

/** What the fleet can be sorted by. */
export const FLEET_SORTS = [
  'status',
  'since',
  'name',
  'owner',
  'environment',
  'model',
] as const satisfies readonly NonNullable<FleetQuery['sort']>[];

/** A column that the fleet is sorted by. */
export type FleetSort = (typeof FLEET_SORTS)[number];

/** What the page shows, as its address says it. */
export interface FleetState {
  text: string;
  status: HealthStatus[];
  filters: Readonly<Partial<Record<FleetFilter, string[]>>>;
  sort: FleetSort;
  order: 'asc' | 'desc';
}

const MAX_VALUES = 50;
const MAX_LENGTH = 300;
const MAX_TEXT = 200;

// Worst first, which is the backend's ascending order; newest first; names from A.
const USUAL_ORDER: Record<FleetSort, FleetState['order']> = {
  status: 'asc',
  since: 'desc',
  name: 'asc',
  owner: 'asc',
  environment: 'asc',
  model: 'asc',
};

/** The order in which a column is read at first. */
export const usualOrder = (sort: FleetSort) => USUAL_ORDER[sort];

/** Reads what an address asks for; what it does not understand counts as not said. */
export function parseFleetState(params: URLSearchParams): FleetState {
  const filters: Partial<Record<FleetFilter, string[]>> = {};
  for (const name of FLEET_FILTERS) {
    const values = [
      ...new Set(
        params
          .getAll(name)
          .filter(value => value && value.length <= MAX_LENGTH),
      ),
    ].slice(0, MAX_VALUES);
    if (values.length) filters[name] = values;
  }
  const sort =
    FLEET_SORTS.find(name => name === params.get('sort')) ?? 'status';
  const order = params.get('order');
  return {
    text: (params.get('q') ?? '').slice(0, MAX_TEXT),
    status: HEALTH_STATUSES.filter(status =>
      params.getAll('status').includes(status),
    ),
    filters,
    sort,
    order: order === 'asc' || order === 'desc' ? order : usualOrder(sort),
  };
}

/** Writes a state into an address; what is as usual is left out. */
export function formatFleetState(state: FleetState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.text) params.set('q', state.text);
  state.status.forEach(status => params.append('status', status));
  for (const name of FLEET_FILTERS) {
    state.filters[name]?.forEach(value => params.append(name, value));
  }
  if (state.sort !== 'status') params.set('sort', state.sort);
  if (state.order !== usualOrder(state.sort)) params.set('order', state.order);
  return params;
}

/** What the backend is asked. */
export function fleetQueryOf(state: FleetState): FleetQuery {
  const text = state.text.trim();
  return {
    ...(text ? { text } : {}),
    ...(state.status.length ? { status: state.status } : {}),
    ...state.filters,
    sort: state.sort,
    order: state.order,
  };
}

/** Whether the list is narrowed by anything. */
export const isNarrowed = ({ text, status, filters }: FleetState) =>
  Boolean(text.trim() || status.length || Object.keys(filters).length);
