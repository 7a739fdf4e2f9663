import { Advice, strategyOf } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlAdvisorTranslationRef } from './translation';

/** The advice in a sentence, said again whenever it changes. */
export const AdviceSummary = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  const [first, second] = advice.ranking;
  const titleOf = (type: string) => strategyOf(type).title;
  const sentence = () => {
    if (!first.possible) return t('advice.impossible');
    return advice.margin === 'clear'
      ? t('advice.clear', { first: titleOf(first.strategy) })
      : t('advice.close', {
          first: titleOf(first.strategy),
          second: titleOf(second.strategy),
        });
  };
  return (
    <div role="status">
      <Text as="p" weight="bold">
        {sentence()}
      </Text>
      {first.possible && advice.followedBy && (
        <Text as="p" color="secondary">
          {t('advice.followedBy', { next: titleOf(advice.followedBy) })}
        </Text>
      )}
    </div>
  );
};
