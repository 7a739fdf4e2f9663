import { useCallback, useMemo } from 'react';
import { Entity } from '@backstage/catalog-model';
import {
  MlColumn,
  toCsv,
  useMlDeploymentStatuses,
} from '@airworthy/plugin-ml-models-react';
import { ListPage } from './ListPage';
import { DEPLOYMENT_CSV_COLUMNS } from './csv/csvColumns';
import { DEPLOYMENTS } from './query/definitions';
import { deploymentRow } from './rows/deploymentRow';
import { contributedColumns } from './table/contributedColumns';
import { useDeploymentColumns } from './table/useDeploymentColumns';
import { useListController } from './useListController';

/** The list of deployments. */
export const DeploymentsPage = ({ columns }: { columns: MlColumn[] }) => {
  const statuses = useMlDeploymentStatuses();
  const contributed = useMemo(
    () => [...statuses, ...columns],
    [statuses, columns],
  );
  const list = useListController(
    DEPLOYMENTS,
    useMemo(() => contributed.flatMap(({ fields }) => fields), [contributed]),
  );
  const ownColumns = useDeploymentColumns();
  const allColumns = useMemo(() => {
    const [name, ...others] = ownColumns;
    return [
      name,
      // How it is doing is what a reader looks for first.
      ...contributedColumns(statuses),
      ...others,
      ...contributedColumns(columns),
    ];
  }, [ownColumns, statuses, columns]);
  const csv = useCallback(
    () => ({
      write: (pages: Entity[][]) =>
        toCsv(DEPLOYMENT_CSV_COLUMNS, pages.flat().map(deploymentRow)),
    }),
    [],
  );

  return (
    <ListPage
      list={list}
      columns={allColumns}
      toRow={deploymentRow}
      contributed={contributed}
      csv={csv}
    />
  );
};
