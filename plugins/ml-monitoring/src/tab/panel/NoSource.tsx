import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiRadarLine } from '@remixicon/react';
import { mlMonitoringTranslationRef } from '../../translation';
import { PlaceLink } from '../PlaceLink';
import styles from './panel.module.css';

/** No source that the deployment names can answer. */
export const NoSource = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  return (
    <div className={styles.empty} role="status">
      <RiRadarLine className={styles.emptyIcon} aria-hidden />
      <Text as="h4" variant="body-large" weight="bold">
        {t('noSource.title')}
      </Text>
      <Text as="p" color="secondary">
        {t('noSource.detail')}
      </Text>
      <PlaceLink place={{ page: 'setup' }}>{t('noSource.setup')}</PlaceLink>
    </div>
  );
};
