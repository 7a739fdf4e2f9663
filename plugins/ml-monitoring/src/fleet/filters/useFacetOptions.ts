import { useMemo, useRef } from 'react';
import { FleetPage } from '@airworthy/plugin-ml-monitoring-common';
import { FilterOption } from '@airworthy/plugin-ml-models-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { FLEET_FILTERS, FleetFilter } from '../state/fleetState';

/* Filters whose values are references, with the kind that is meant without one. */
const KIND: Partial<Record<FleetFilter, string>> = {
  owner: 'group',
  system: 'system',
  model: 'mlmodel',
};

function isRef(value: string): boolean {
  try {
    parseEntityRef(value, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    return true;
  } catch {
    return false;
  }
}

/** What the filters can offer; the last answer's, while the next one is read. */
export function useFacetOptions(
  facets: FleetPage['facets'] | undefined,
): Record<FleetFilter, FilterOption[]> | undefined {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const known = useRef(facets);
  if (facets) known.current = facets;
  const shown = known.current;

  return useMemo(() => {
    if (!shown) return undefined;
    const labelOf = (id: FleetFilter, value: string) => {
      const defaultKind = KIND[id];
      if (!defaultKind || !isRef(value)) return value;
      const context = { defaultKind };
      const { primaryTitle } =
        presentation?.forEntity(value, context).snapshot ??
        entityPresentationSnapshot(value, context);
      return primaryTitle;
    };
    return Object.fromEntries(
      FLEET_FILTERS.map(id => [
        id,
        shown[id]
          .map(({ value, count }) => ({
            value,
            label: labelOf(id, value),
            count,
          }))
          .sort((a, b) => a.label.localeCompare(b.label)),
      ]),
    ) as Record<FleetFilter, FilterOption[]>;
  }, [shown, presentation]);
}
