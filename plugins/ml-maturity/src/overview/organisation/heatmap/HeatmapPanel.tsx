import { useLoad } from '@airworthy/plugin-ml-models-react';
import { useMemo, useState } from 'react';
import {
  PortfolioFilter,
  RollupResponse,
  Rubric,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Select, Text } from '@backstage/ui';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { Panel } from '../../panel/Panel';
import {
  COLUMNS,
  HeatmapColumns,
  OverviewState,
  ROWS,
} from '../../state/overviewState';
import { ChangeOverview } from '../../state/useOverviewState';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { CellModels } from './CellModels';
import { HeatmapLegend } from './HeatmapLegend';
import { HeatmapTable } from './HeatmapTable';
import { branchKeys } from './heatmapRows';
import styles from './heatmap.module.css';

// A hierarchy of this size is open from the start.
const SMALL = 40;

interface Props {
  filter: PortfolioFilter;
  state: OverviewState;
  change: ChangeOverview;
  rubric?: Rubric;
}

/** The branches that are open before anybody opens or closes one. */
function openAtFirst({ nodes }: RollupResponse): string[] {
  const keys = branchKeys(nodes);
  return nodes.length <= SMALL ? keys : keys.filter(key => !key.includes('>'));
}

/** Teams or other rows against categories or other columns, with the models behind each cell. */
export const HeatmapPanel = ({ filter, state, change, rubric }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const { by, measure, cell } = state;
  const request = { ...filter, by, measure };
  const loaded = useLoad(JSON.stringify(request), signal =>
    api.getRollup(request, { signal }),
  );
  const { value } = loaded;
  const [opened, setOpened] = useState<{ of?: RollupResponse; keys: string[] }>(
    { keys: [] },
  );
  const keys = useMemo(() => (value ? branchKeys(value.nodes) : []), [value]);
  const initial = useMemo(() => (value ? openAtFirst(value) : []), [value]);
  const open = useMemo(
    () => new Set(opened.of === value ? opened.keys : initial),
    [opened, value, initial],
  );
  const setOpen = (next: Iterable<string>) =>
    setOpened({ of: value, keys: [...next] });

  return (
    <Panel
      title={t('heatmap.title')}
      loaded={loaded}
      isEmpty={({ total }) => total.models === 0}
      empty={t('heatmap.empty')}
      height={360}
      actions={
        <div className={styles.controls}>
          <Select
            aria-label={t('heatmap.rows')}
            size="small"
            options={ROWS.map(row => ({
              value: row,
              label: t(`heatmap.row.${row}`),
            }))}
            value={by}
            onChange={key => change({ by: ROWS.find(row => row === key) })}
          />
          <Select
            aria-label={t('heatmap.columns')}
            size="small"
            options={COLUMNS.map(column => ({
              value: column,
              label: t(`heatmap.column.${column}`),
            }))}
            value={measure}
            onChange={key => change({ measure: key as HeatmapColumns })}
          />
        </div>
      }
    >
      {response => (
        <div className={styles.root}>
          {response.hierarchyProblem && (
            <Alert
              status="warning"
              icon
              title={t('heatmap.hierarchy')}
              description={response.hierarchyProblem}
            />
          )}
          <div className={styles.bar}>
            <HeatmapLegend withUnknown={response.measure !== 'check'} />
            {keys.length > 0 && (
              <Button
                variant="tertiary"
                size="small"
                onPress={() => setOpen(open.size < keys.length ? keys : [])}
              >
                {t(
                  open.size < keys.length
                    ? 'heatmap.expandAll'
                    : 'heatmap.collapseAll',
                )}
              </Button>
            )}
          </div>
          <HeatmapTable
            response={response}
            open={open}
            onToggle={key => {
              const next = new Set(open);
              if (!next.delete(key)) next.add(key);
              setOpen(next);
            }}
            onCell={(row, column) => change({ cell: { row, column } })}
          />
          <Text as="p" variant="body-small" color="secondary">
            {t('heatmap.hint')}
          </Text>
          {cell && rubric && (
            <CellModels
              cell={cell}
              response={response}
              filter={filter}
              state={state}
              rubric={rubric}
              onClose={() => change({ cell: undefined })}
            />
          )}
        </div>
      )}
    </Panel>
  );
};
