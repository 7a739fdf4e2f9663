import { useEffect } from 'react';
import {
  PendingScorecard,
  UncoveredScorecard,
} from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { RiCompass3Line } from '@remixicon/react';
import { formatAge } from '../format/time';
import { mlMaturityTranslationRef } from '../translation';
import styles from './tab.module.css';

const LOOK_AGAIN_MS = 5_000;

interface Props {
  answer: PendingScorecard | UncoveredScorecard;
  onRetry: () => void;
}

/** What a model shows that no rubric has judged yet, or will. */
export const NotEvaluated = ({ answer, onRetry }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  useEffect(() => {
    if (answer.state !== 'pending') return undefined;
    const timer = setTimeout(onRetry, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [answer, onRetry]);
  const isPending = answer.state === 'pending';
  return (
    <div className={styles.empty} role="status">
      <RiCompass3Line className={styles.emptyIcon} aria-hidden />
      <Text as="h3" variant="title-x-small" weight="bold">
        {t(isPending ? 'notEvaluated.title' : 'notCovered.title')}
      </Text>
      <Text as="p" color="secondary">
        {isPending
          ? t('notEvaluated.detail', { age: formatAge(answer.since) })
          : t('notCovered.detail')}
      </Text>
      {isPending && answer.problem && (
        <Text as="p" color="secondary">
          {t('notEvaluated.problem', { message: answer.problem })}
        </Text>
      )}
      <Flex gap="2">
        <Button variant="secondary" onPress={onRetry}>
          {t('notEvaluated.look')}
        </Button>
      </Flex>
    </div>
  );
};
