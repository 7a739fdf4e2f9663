import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton } from '@backstage/ui';
import { mlMaturityTranslationRef } from '../translation';

/** The shape of the tab while it is read. */
export const LoadingTab = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  return (
    <Flex direction="column" gap="4" role="status" aria-label={t('loading')}>
      <Skeleton height={96} />
      <Skeleton height={36} width="40%" />
      <Skeleton height={420} />
    </Flex>
  );
};
