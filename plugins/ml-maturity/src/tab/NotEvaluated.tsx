import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { RiCompass3Line } from '@remixicon/react';
import { mlMaturityTranslationRef } from '../translation';
import styles from './tab.module.css';

/** What a model shows that no rubric has judged yet. */
export const NotEvaluated = ({ onRetry }: { onRetry: () => void }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  return (
    <div className={styles.empty}>
      <RiCompass3Line className={styles.emptyIcon} aria-hidden />
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('notEvaluated.title')}
      </Text>
      <Text as="p" color="secondary">
        {t('notEvaluated.detail')}
      </Text>
      <Flex gap="2">
        <Button variant="secondary" onPress={onRetry}>
          {t('notEvaluated.look')}
        </Button>
      </Flex>
    </div>
  );
};
