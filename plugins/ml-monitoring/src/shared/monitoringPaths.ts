import { CompoundEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** The path of the tab below a deployment's page. */
export const MONITORING_PATH = '/monitoring';

/** The sub-pages of the tab. */
export const MONITORING_PAGES = [
  'overview',
  'service',
  'data',
  'model',
  'rollout',
  'setup',
] as const;

/** A sub-page of the tab. */
export type MonitoringPage = (typeof MONITORING_PAGES)[number];

/** A place in the tab. */
export interface MonitoringPlace {
  page: MonitoringPage;
  /** On the page Data: the feature that is looked at closely. */
  feature?: string;
  query?: URLSearchParams;
}

/** The address of a place, below the address of the tab. */
export function formatPlace(base: string, place: MonitoringPlace): string {
  const { page, feature, query } = place;
  const path =
    (page === 'overview' ? '' : `/${page}`) +
    (feature === undefined ? '' : `/${encodeURIComponent(feature)}`);
  const text = query?.toString();
  return `${base}${path}${text ? `?${text}` : ''}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The place that the path below the tab names; undefined for one that there is not. */
export function parsePlace(rest: string): MonitoringPlace | undefined {
  const [first = '', ...others] = rest.split('/').filter(Boolean);
  const page = MONITORING_PAGES.find(name => name === (first || 'overview'));
  if (!page || (others.length > 0 && page !== 'data')) return undefined;
  return others.length > 0
    ? { page, feature: decode(others.join('/')) }
    : { page };
}

/** Gives the address of a place in the monitoring of a deployment. */
export function useMonitoringHref(): (
  entityRef: string | CompoundEntityRef,
  place?: MonitoringPlace,
) => string {
  const entityHref = useEntityRefLink();
  return (entityRef, place = { page: 'overview' }) =>
    formatPlace(`${entityHref(entityRef)}${MONITORING_PATH}`, place);
}
