import { useMemo } from 'react';
import { FleetEntry } from '@airworthy/plugin-ml-monitoring-common';
import { StatusBadge, formatDateTime } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Cell, ColumnConfig, Link, Text } from '@backstage/ui';
import { useMonitoringHref } from '../../shared/monitoringPaths';
import { mlFleetTranslationRef } from '../translation';
import { Causes } from './Causes';
import { HourStrip } from './HourStrip';
import { Since } from './Since';
import styles from './table.module.css';

/** A deployment as a row of the table. */
export type FleetRow = FleetEntry & { id: string };

const Presented = ({
  entityRef,
  defaultKind,
}: {
  entityRef: string;
  defaultKind: string;
}) => {
  const { primaryTitle } = useEntityPresentation(entityRef, { defaultKind });
  return <bdi title={entityRef}>{primaryTitle}</bdi>;
};

const Missing = ({ words }: { words: string }) => (
  <Text color="secondary" role="img" aria-label={words}>
    –
  </Text>
);

/** Columns of the fleet. */
export function useFleetColumns(): ColumnConfig<FleetRow>[] {
  const { t } = useTranslationRef(mlFleetTranslationRef);
  const hrefOf = useMonitoringHref();
  return useMemo(
    () => [
      {
        id: 'status',
        label: t('column.status'),
        isSortable: true,
        minWidth: 120,
        defaultWidth: '1fr',
        cell: ({ status }) => (
          <Cell>
            <StatusBadge status={status} />
          </Cell>
        ),
      },
      {
        id: 'name',
        label: t('column.name'),
        isRowHeader: true,
        isSortable: true,
        minWidth: 210,
        defaultWidth: '2fr',
        cell: ({ entityRef, title, model }) => (
          <Cell>
            <span className={styles.stack}>
              <Link
                href={hrefOf(entityRef)}
                standalone
                className={styles.name}
                title={entityRef}
              >
                <bdi>{title}</bdi>
              </Link>
              {model && (
                <Text variant="body-small" color="secondary">
                  <Presented entityRef={model} defaultKind="mlmodel" />
                </Text>
              )}
            </span>
          </Cell>
        ),
      },
      {
        id: 'cause',
        label: t('column.cause'),
        minWidth: 260,
        defaultWidth: '3fr',
        cell: entry => (
          <Cell>
            <Causes entry={entry} />
          </Cell>
        ),
      },
      {
        id: 'since',
        label: t('column.since'),
        isSortable: true,
        minWidth: 120,
        defaultWidth: '1fr',
        cell: ({ since }) => (
          <Cell>
            {since ? (
              <Since moment={since} title={formatDateTime(since)} />
            ) : (
              <Missing words={t('missing')} />
            )}
          </Cell>
        ),
      },
      {
        id: 'hours',
        label: t('column.hours'),
        minWidth: 140,
        width: 150,
        cell: ({ hours }) => (
          <Cell>
            <HourStrip hours={hours} />
          </Cell>
        ),
      },
      {
        id: 'owner',
        label: t('column.owner'),
        isSortable: true,
        minWidth: 130,
        defaultWidth: '1fr',
        cell: ({ owner }) => (
          <Cell>
            {owner ? (
              <Presented entityRef={owner} defaultKind="group" />
            ) : (
              <Missing words={t('missing')} />
            )}
          </Cell>
        ),
      },
      {
        id: 'environment',
        label: t('column.environment'),
        isSortable: true,
        minWidth: 140,
        defaultWidth: '1fr',
        cell: ({ environment }) => (
          <Cell>{environment ?? <Missing words={t('missing')} />}</Cell>
        ),
      },
    ],
    [t, hrefOf],
  );
}
