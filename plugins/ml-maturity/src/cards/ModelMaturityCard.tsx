import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { mlMaturityTranslationRef } from '../translation';
import { MaturitySummary } from './MaturitySummary';
import { useMaturityCard } from './useMaturityCard';

const ACTIONS = 3;

/** How mature a model is, on its page. */
export const ModelMaturityCard = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const maturity = useMaturityCard(entityRef);
  return (
    <EntityInfoCard title={t('card.title')}>
      <MaturitySummary {...maturity} entityRef={entityRef} actions={ACTIONS} />
    </EntityInfoCard>
  );
};
