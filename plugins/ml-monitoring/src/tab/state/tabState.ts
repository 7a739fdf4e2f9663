import type {
  DriftRuleSet,
  DriftTest,
  PanelQuery,
} from '@airworthy/plugin-ml-monitoring-common';
import { DRIFT_TEST_TITLES } from '@airworthy/plugin-ml-monitoring-common';
import {
  DEFAULT_WINDOW,
  WINDOWS,
  WindowId,
} from '../../shared/status/checkTarget';

/** How often the tab reads anew by itself, in minutes. */
export const REFRESH_MINUTES = [1, 5] as const;

/** Rules to tell drift by. */
export const RULE_SETS: readonly DriftRuleSet[] = [
  'default',
  'evidently',
  'nannyml',
];

/** Tests to tell drift by. */
export const DRIFT_TESTS = Object.keys(DRIFT_TEST_TITLES) as DriftTest[];

/** What the tab shows, as far as its pages have it in common. */
export interface TabState {
  /** A period that ends now, where there is no custom one. */
  window: WindowId;
  custom?: { from: string; to: string };
  /** `previous` or `<from>/<to>`; the declared one without it. */
  baseline?: string;
  variant?: string;
  ruleSet?: DriftRuleSet;
  test?: DriftTest;
  refresh?: (typeof REFRESH_MINUTES)[number];
  /** The check whose cause is looked for. */
  check?: string;
}

/** Names of the state in the address; a page's own are others. */
export const STATE_PARAMS = [
  'window',
  'from',
  'to',
  'baseline',
  'variant',
  'rules',
  'test',
  'refresh',
  'check',
] as const;

function customPeriod(from: string | null, to: string | null) {
  if (!from || !to) return undefined;
  const start = Date.parse(from);
  const end = Date.parse(to);
  return start < end
    ? {
        from: new Date(start).toISOString(),
        to: new Date(end).toISOString(),
      }
    : undefined;
}

function readBaseline(text: string | null): string | undefined {
  if (text === 'previous') return text;
  const [from, to] = text?.split('/') ?? [];
  const period = customPeriod(from ?? null, to ?? null);
  return period && `${period.from}/${period.to}`;
}

/** The state that an address asks for; what it does not know is as usual. */
export function parseTabState(params: URLSearchParams): TabState {
  const oneOf = <T>(name: string, known: readonly T[]) =>
    known.find(item => String(item) === params.get(name));
  return {
    window:
      oneOf(
        'window',
        WINDOWS.map(({ id }) => id),
      ) ?? DEFAULT_WINDOW,
    custom: customPeriod(params.get('from'), params.get('to')),
    baseline: readBaseline(params.get('baseline')),
    variant: params.get('variant') || undefined,
    ruleSet: oneOf('rules', RULE_SETS),
    test: oneOf('test', DRIFT_TESTS),
    refresh: oneOf('refresh', REFRESH_MINUTES),
    check: params.get('check') || undefined,
  };
}

/** The address of a state; what is as usual is left out. */
export function formatTabState(state: TabState): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | number | undefined) =>
    value !== undefined && params.set(name, String(value));
  if (state.custom) {
    set('from', state.custom.from);
    set('to', state.custom.to);
  } else if (state.window !== DEFAULT_WINDOW) {
    set('window', state.window);
  }
  set('baseline', state.baseline);
  set('variant', state.variant);
  set('rules', state.ruleSet);
  set('test', state.test);
  set('refresh', state.refresh);
  set('check', state.check);
  return params;
}

/** The question that the backend is asked for a state. */
export function panelQuery(state: TabState): PanelQuery {
  return {
    ...(state.custom ?? { window: state.window }),
    baseline: state.baseline,
    variant: state.variant,
  };
}
