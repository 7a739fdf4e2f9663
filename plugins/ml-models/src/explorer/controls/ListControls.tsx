import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ToggleButton } from '@backstage/ui';
import { RiDownloadLine, RiStarLine, RiUserLine } from '@remixicon/react';
import {
  FilterBar,
  FilterSelect,
  withFilter,
} from '@airworthy/plugin-ml-models-react';
import { mlModelsTranslationRef } from '../../translation';
import { ListDefinition } from '../query/definitions';
import { FilterOptions } from '../query/useFilterOptions';
import { ExplorerState, clearNarrowing } from '../state/explorerState';
import { ChangeState } from '../state/useExplorerState';
import { ColumnMenu } from './ColumnMenu';
import { useActiveFilters } from './useActiveFilters';

const NO_VALUES: string[] = [];

interface Props {
  definition: ListDefinition;
  options?: FilterOptions;
  state: ExplorerState;
  change: ChangeState;
  columns: readonly { id: string; label: string }[];
  hidden: string[];
  onHide: (hidden: string[]) => void;
  isExporting: boolean;
  onExport: () => void;
}

/** Search, filters, the reader's own, columns and export. */
export const ListControls = (props: Props) => {
  const { definition, options, state, change } = props;
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const active = useActiveFilters(definition, options, state, change);
  return (
    <FilterBar
      search={{
        label: t('search.label'),
        placeholder: t(`search.${definition.id}`),
        value: state.search,
        onChange: search => change({ search }, { replace: true }),
        maxLength: 300,
      }}
      controls={
        <>
          <ToggleButton
            isSelected={state.mine}
            onChange={mine => change({ mine })}
            iconStart={<RiUserLine aria-hidden />}
          >
            {t('filter.mine')}
          </ToggleButton>
          <ToggleButton
            isSelected={state.starred}
            onChange={starred => change({ starred })}
            iconStart={<RiStarLine aria-hidden />}
          >
            {t('filter.starred')}
          </ToggleButton>
        </>
      }
      actions={
        <>
          <ColumnMenu
            columns={props.columns}
            hidden={props.hidden}
            onChange={props.onHide}
          />
          <Button
            variant="secondary"
            iconStart={<RiDownloadLine aria-hidden />}
            isDisabled={props.isExporting}
            onPress={props.onExport}
          >
            {t('export.start')}
          </Button>
        </>
      }
      inUse={Object.keys(state.filters).length}
      active={active}
      onClear={() => change(clearNarrowing(state))}
    >
      {definition.filters.map(({ id }) => (
        <FilterSelect
          key={id}
          label={t(`filter.${id}`)}
          options={options?.byFilter[id]}
          values={state.filters[id] ?? NO_VALUES}
          onChange={values =>
            change({ filters: withFilter(state.filters, id, values) })
          }
        />
      ))}
    </FilterBar>
  );
};
