import type { Strategy } from '@airworthy/plugin-ml-deployment-common';
import { formatDuration } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlStrategiesTranslationRef } from '../translation';

/** Gives the way back of a strategy with its time, in words. */
export function useWayBack(): (strategy: Strategy) => string {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  return ({ rollback: { how, time } }) =>
    time === 'PT0S'
      ? t('strategies.atOnce', { how })
      : t('strategies.takes', { how, time: formatDuration(time) });
}
