import type { DataHealth } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { StatusBadge } from '@airworthy/plugin-ml-models-react';
import { DriftText } from '../data/DriftText';
import { sortFeatures } from '../data/sortFeatures';
import { PlaceLink } from '../tab/PlaceLink';
import { mlMonitoringTranslationRef } from '../translation';
import styles from './overview.module.css';

const SHOWN = 6;

/** The features that differ most from the baseline. */
export const WorstDrifts = ({ data }: { data: DataHealth }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  if (data.features.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('data.none')}
      </Text>
    );
  }
  return (
    <ul className={styles.drifts}>
      {sortFeatures(data.features, 'severity')
        .slice(0, SHOWN)
        .map(feature => (
          <li key={feature.feature} className={styles.drift}>
            <span>
              <StatusBadge status={feature.status} />
            </span>
            <span className={styles.driftName}>
              <PlaceLink place={{ page: 'data', feature: feature.feature }}>
                {feature.feature}
              </PlaceLink>
            </span>
            <DriftText drift={feature.drift} />
          </li>
        ))}
    </ul>
  );
};
