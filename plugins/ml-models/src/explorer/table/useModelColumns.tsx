import { useMemo } from 'react';
import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { taskTitle } from '@airworthy/plugin-ml-models-common';
import { LifecycleBadge, MlColumn } from '@airworthy/plugin-ml-models-react';
import { mlModelsTranslationRef } from '../../translation';
import { DateText } from '../cells/DateText';
import { DeploymentsCell } from '../cells/DeploymentsCell';
import { EntityLinks } from '../cells/EntityLinks';
import { Missing } from '../cells/Missing';
import { NameCell } from '../cells/NameCell';
import { PlainText } from '../cells/PlainText';
import { VersionCell } from '../cells/VersionCell';
import { ModelRow } from '../rows/modelRow';
import { ListColumn } from './ListColumn';

/** The explorer's own columns of models. */
export function useModelColumns(
  deployments: ReadonlyMap<string, Entity> | undefined,
  deploymentsFailed: boolean,
  statuses: readonly MlColumn[],
): ListColumn<ModelRow>[] {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('column.name'),
        isRowHeader: true,
        isSortable: true,
        minWidth: 230,
        grow: 3,
        content: row => <NameCell row={row} defaultKind="mlmodel" />,
      },
      {
        id: 'task',
        label: t('column.task'),
        isSortable: true,
        minWidth: 125,
        content: row => <PlainText value={row.task && taskTitle(row.task)} />,
      },
      {
        id: 'owner',
        label: t('column.owner'),
        isSortable: true,
        minWidth: 110,
        content: row => (
          <EntityLinks entityRefs={row.owners} defaultKind="group" />
        ),
      },
      {
        id: 'lifecycle',
        label: t('column.lifecycle'),
        isSortable: true,
        minWidth: 130,
        content: row =>
          row.lifecycle ? (
            <LifecycleBadge lifecycle={row.lifecycle} />
          ) : (
            <Missing />
          ),
      },
      {
        id: 'version',
        label: t('column.version'),
        minWidth: 140,
        content: row => <VersionCell row={row} />,
      },
      {
        id: 'deployments',
        label: t('column.deployments'),
        minWidth: 210,
        grow: 2,
        content: row => (
          <DeploymentsCell
            row={row}
            deployments={deployments}
            failed={deploymentsFailed}
            statuses={statuses}
          />
        ),
      },
      {
        id: 'system',
        label: t('column.system'),
        isSortable: true,
        minWidth: 110,
        content: row => (
          <EntityLinks entityRefs={row.systems} defaultKind="system" />
        ),
      },
      {
        id: 'framework',
        label: t('column.framework'),
        isSortable: true,
        minWidth: 125,
        content: row => <PlainText value={row.framework} />,
      },
      {
        id: 'updated',
        label: t('column.updated'),
        isSortable: true,
        minWidth: 110,
        content: row => <DateText value={row.updatedAt} />,
      },
    ],
    [t, deployments, deploymentsFailed, statuses],
  );
}
