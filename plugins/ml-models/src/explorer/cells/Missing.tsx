import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, VisuallyHidden } from '@backstage/ui';
import { mlModelsTranslationRef } from '../../translation';

/** Something that the entity does not say. */
export const Missing = () => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  return (
    <Text color="secondary">
      <span aria-hidden>–</span>
      <VisuallyHidden>{t('explorer.missing')}</VisuallyHidden>
    </Text>
  );
};
