import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LifecycleBadge, TrafficBar } from '@airworthy/plugin-ml-models-react';
import { mlModelsTranslationRef } from '../../translation';
import { DateText } from '../cells/DateText';
import { EntityLinks } from '../cells/EntityLinks';
import { Missing } from '../cells/Missing';
import { NameCell } from '../cells/NameCell';
import { PlainText } from '../cells/PlainText';
import { StrategyCell } from '../cells/StrategyCell';
import { DeploymentRow } from '../rows/deploymentRow';
import { ListColumn } from './ListColumn';

/** The explorer's own columns of deployments. */
export function useDeploymentColumns(): ListColumn<DeploymentRow>[] {
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
        content: row => <NameCell row={row} defaultKind="mldeployment" />,
      },
      {
        id: 'model',
        label: t('column.model'),
        isSortable: true,
        minWidth: 140,
        content: row => (
          <EntityLinks entityRefs={row.models} defaultKind="mlmodel" />
        ),
      },
      {
        id: 'environment',
        label: t('column.environment'),
        isSortable: true,
        minWidth: 125,
        content: row => <PlainText value={row.environment} />,
      },
      {
        id: 'traffic',
        label: t('column.traffic'),
        minWidth: 190,
        grow: 2,
        content: row =>
          row.variants.length ? (
            <TrafficBar variants={row.variants} />
          ) : (
            <Missing />
          ),
      },
      {
        id: 'strategy',
        label: t('column.strategy'),
        isSortable: true,
        minWidth: 110,
        content: row => <StrategyCell row={row} />,
      },
      {
        id: 'lifecycle',
        label: t('column.lifecycle'),
        isSortable: true,
        minWidth: 140,
        content: row =>
          row.lifecycle ? (
            <LifecycleBadge lifecycle={row.lifecycle} />
          ) : (
            <Missing />
          ),
      },
      {
        id: 'runtime',
        label: t('column.runtime'),
        isSortable: true,
        minWidth: 115,
        content: row => <PlainText value={row.runtime} />,
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
        id: 'system',
        label: t('column.system'),
        isSortable: true,
        minWidth: 110,
        content: row => (
          <EntityLinks entityRefs={row.systems} defaultKind="system" />
        ),
      },
      {
        id: 'rollout',
        label: t('column.rollout'),
        isSortable: true,
        minWidth: 130,
        content: row => <DateText value={row.rolloutAt} />,
      },
    ],
    [t],
  );
}
