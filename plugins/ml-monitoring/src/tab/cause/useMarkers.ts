import { useMemo } from 'react';
import type { ChangeMarker } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TimeMarker } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../../translation';
import { useMonitoring } from '../monitoringContext';

/** What happened to the deployment, and where the check that the reader followed began. */
export function useMarkers(
  changes: readonly ChangeMarker[] | undefined,
): TimeMarker[] {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { status, state } = useMonitoring();
  const check = status?.checks.find(({ id }) => id === state.check);
  return useMemo(
    () => [
      ...(changes ?? []).map(({ at, kind, title }) => ({ at, kind, title })),
      ...(check?.since
        ? [
            {
              at: check.since,
              kind: 'now' as const,
              title: t('cause.marker', { title: check.title }),
            },
          ]
        : []),
    ],
    [changes, check?.since, check?.title, t],
  );
}
