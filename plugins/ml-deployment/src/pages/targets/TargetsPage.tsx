import { TARGETS } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Text } from '@backstage/ui';
import { mlStrategiesTranslationRef } from '../translation';
import { SupportMatrix } from './SupportMatrix';
import { TargetPanel } from './TargetPanel';
import pageStyles from '../page.module.css';
import styles from './targets.module.css';

/** Which target carries which strategy out, and why others do not. */
export const TargetsPage = () => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  return (
    <Container>
      <div className={pageStyles.root}>
        <Text as="p" color="secondary">
          {t('targets.about')}
        </Text>
        <SupportMatrix />
        <Text as="h2" variant="title-small" weight="bold">
          {t('targets.each')}
        </Text>
        <div className={styles.targets}>
          {TARGETS.map(target => (
            <TargetPanel key={target.id} target={target} />
          ))}
        </div>
      </div>
    </Container>
  );
};
