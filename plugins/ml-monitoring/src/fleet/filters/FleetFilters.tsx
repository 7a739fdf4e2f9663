import { ReactNode } from 'react';
import { FleetPage } from '@airworthy/plugin-ml-monitoring-common';
import {
  ActiveFilter,
  FilterBar,
  FilterSelect,
  withFilter,
} from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FLEET_FILTERS, FleetState } from '../state/fleetState';
import { ChangeFleet } from '../state/useFleetState';
import { mlFleetTranslationRef } from '../translation';
import { useFacetOptions } from './useFacetOptions';

const NO_VALUES: string[] = [];

interface Props {
  state: FleetState;
  change: ChangeFleet;
  facets?: FleetPage['facets'];
  actions: ReactNode;
}

/** Which deployments the page is about. */
export const FleetFilters = ({ state, change, facets, actions }: Props) => {
  const { t } = useTranslationRef(mlFleetTranslationRef);
  const options = useFacetOptions(facets);
  const { text, status, filters } = state;

  const active: ActiveFilter[] = [
    ...status.map(value => ({
      id: `status=${value}`,
      name: t('filter.status'),
      value: t(`summary.${value}`),
      onRemove: () =>
        change({ status: status.filter(other => other !== value) }),
    })),
    ...FLEET_FILTERS.flatMap(id =>
      (filters[id] ?? NO_VALUES).map(value => ({
        id: `${id}=${value}`,
        name: t(`filter.${id}`),
        value:
          options?.[id].find(option => option.value === value)?.label ?? value,
        onRemove: () =>
          change({
            filters: withFilter(
              filters,
              id,
              (filters[id] ?? NO_VALUES).filter(other => other !== value),
            ),
          }),
      })),
    ),
    ...(text.trim()
      ? [
          {
            id: 'q',
            name: t('filter.term'),
            value: text.trim(),
            onRemove: () => change({ text: '' }),
          },
        ]
      : []),
  ];

  return (
    <FilterBar
      search={{
        label: t('filter.search'),
        placeholder: t('filter.searchHint'),
        value: text,
        onChange: value => change({ text: value }, { replace: true }),
      }}
      actions={actions}
      inUse={Object.keys(filters).length}
      active={active}
      onClear={() => change({ text: '', status: [], filters: {} })}
    >
      {FLEET_FILTERS.map(id => (
        <FilterSelect
          key={id}
          label={t(`filter.${id}`)}
          options={options?.[id]}
          values={filters[id] ?? NO_VALUES}
          onChange={values =>
            change({ filters: withFilter(filters, id, values) })
          }
        />
      ))}
    </FilterBar>
  );
};
