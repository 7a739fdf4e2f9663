import { RELATION_DEPLOYS } from '@airworthy/plugin-ml-models-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { mlMaturityTranslationRef } from '../translation';
import { MaturitySummary } from './MaturitySummary';
import { useMaturityCard } from './useMaturityCard';
import styles from './cards.module.css';

/** How mature the model of a deployment is. */
export const DeploymentMaturityCard = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { entity } = useEntity();
  const modelRef = entity.relations?.find(
    ({ type }) => type === RELATION_DEPLOYS,
  )?.targetRef;
  const maturity = useMaturityCard(modelRef);
  return (
    <EntityInfoCard title={t('card.ofModel')}>
      {modelRef ? (
        <div className={styles.root}>
          <EntityRefLink entityRef={modelRef} />
          <MaturitySummary {...maturity} entityRef={modelRef} actions={0} />
        </div>
      ) : (
        <Text as="p" color="secondary">
          {t('card.noModel')}
        </Text>
      )}
    </EntityInfoCard>
  );
};
