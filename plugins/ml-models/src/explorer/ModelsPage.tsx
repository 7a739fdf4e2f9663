import { useCallback, useMemo } from 'react';
import { Entity } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  MlColumn,
  MlColumnProviders,
  toCsv,
  useMlDeploymentStatuses,
} from '@airworthy/plugin-ml-models-react';
import { mlModelsTranslationRef } from '../translation';
import { ListPage } from './ListPage';
import { FailureNotice } from './controls/FailureNotice';
import { MODEL_CSV_COLUMNS } from './csv/csvColumns';
import { MODELS } from './query/definitions';
import { readDeployments } from './query/readDeployments';
import { useDeployments } from './query/useDeployments';
import { modelRow } from './rows/modelRow';
import { contributedColumns } from './table/contributedColumns';
import { useModelColumns } from './table/useModelColumns';
import { useListController } from './useListController';

const NO_MODELS: Entity[] = [];

/** The list of models. */
export const ModelsPage = ({ columns }: { columns: MlColumn[] }) => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const statuses = useMlDeploymentStatuses();
  const statusFields = useMemo(
    () => statuses.flatMap(({ fields }) => fields),
    [statuses],
  );
  const list = useListController(
    MODELS,
    useMemo(() => columns.flatMap(({ fields }) => fields), [columns]),
  );
  const deployments = useDeployments(
    list.rows.value?.entities ?? NO_MODELS,
    statusFields,
  );

  const ownColumns = useModelColumns(
    deployments.value,
    Boolean(deployments.error),
    statuses,
  );
  const allColumns = useMemo(() => {
    // At the end they would be out of sight on most screens.
    const at = ownColumns.findIndex(({ id }) => id === 'lifecycle') + 1;
    return [
      ...ownColumns.slice(0, at),
      ...contributedColumns(columns),
      ...ownColumns.slice(at),
    ];
  }, [ownColumns, columns]);
  const deploymentEntities = useMemo(
    () => [...(deployments.value?.values() ?? [])],
    [deployments.value],
  );

  const csv = useCallback(() => {
    const read = new Map<string, Entity>();
    return {
      enrich: async (page: Entity[]) => {
        const found = await readDeployments(catalogApi, page);
        found.forEach((entity, ref) => read.set(ref, entity));
      },
      write: (pages: Entity[][]) =>
        toCsv(
          MODEL_CSV_COLUMNS,
          pages.flat().map(entity => {
            const row = modelRow(entity);
            return {
              ...row,
              deployments: row.deploymentRefs
                .map(ref => read.get(ref))
                .filter(found => found !== undefined),
            };
          }),
        ),
    };
  }, [catalogApi]);

  return (
    <ListPage
      list={list}
      columns={allColumns}
      toRow={modelRow}
      contributed={columns}
      csv={csv}
      wrapTable={table => (
        <MlColumnProviders columns={statuses} entities={deploymentEntities}>
          {table}
        </MlColumnProviders>
      )}
      notices={
        deployments.error && (
          <FailureNotice
            title={t('deployments.failed')}
            error={deployments.error}
            partial
            onRetry={deployments.retry}
          />
        )
      }
    />
  );
};
