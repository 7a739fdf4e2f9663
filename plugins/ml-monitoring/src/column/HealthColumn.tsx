import { useContext, useMemo } from 'react';
import {
  MlColumnCellProps,
  MlColumnProviderProps,
  StatusBadge,
  useLoad,
} from '@airworthy/plugin-ml-models-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Skeleton, Text } from '@backstage/ui';
import { mlMonitoringApiRef } from '../api/mlMonitoringApiRef';
import { mlHealthTranslationRef } from '../cards/translation';
import { messageOf } from '../shared/load/messageOf';
import { useMonitoringHref } from '../shared/monitoringPaths';
import { FleetContext, ListedHealth } from './fleetContext';

// The fleet takes that many references in one request.
const MAX_REFS = 500;

/** Reads the health of all deployments of the page with one request. */
export const Provider = ({ entities, children }: MlColumnProviderProps) => {
  const api = useApi(mlMonitoringApiRef);
  const refs = useMemo(
    () => entities.map(entity => stringifyEntityRef(entity)).sort(),
    [entities],
  );
  const fleet = useLoad(refs.length ? refs.join('\n') : undefined, signal =>
    api.getFleet({ ref: refs.slice(0, MAX_REFS), limit: MAX_REFS }, { signal }),
  );
  const value = useMemo<ListedHealth>(
    () => ({
      byRef: new Map(fleet.value?.items.map(item => [item.entityRef, item])),
      loading: fleet.loading,
      error: fleet.error,
    }),
    [fleet.value, fleet.loading, fleet.error],
  );
  return (
    <FleetContext.Provider value={value}>{children}</FleetContext.Provider>
  );
};

/** How a deployment is doing, one click from its monitoring. */
export const Cell = ({ entity }: MlColumnCellProps) => {
  const { t } = useTranslationRef(mlHealthTranslationRef);
  const { byRef, loading, error } = useContext(FleetContext);
  const hrefOf = useMonitoringHref();
  const entityRef = stringifyEntityRef(entity);
  const entry = byRef.get(entityRef);
  if (error && !entry) {
    return (
      <Text variant="body-small" color="danger">
        {t('columnFailed', { message: messageOf(error) })}
      </Text>
    );
  }
  if (loading && !entry) return <Skeleton width={72} height={20} />;
  if (!entry) return <StatusBadge status="unknown" label={t('unmonitored')} />;
  const [cause] = entry.causes;
  return (
    <Link
      href={hrefOf(entityRef)}
      standalone
      title={cause?.title ?? entry.reason}
      aria-label={
        cause
          ? t('cellWhy', { status: entry.status, cause: cause.title })
          : t('cell', { status: entry.status })
      }
    >
      <StatusBadge status={entry.status} />
    </Link>
  );
};
