import { useId } from 'react';
import { Advice, strategyOf } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { questionText } from './questions';
import { mlAdvisorTranslationRef } from './translation';
import { useAnswerText } from './useAnswerText';
import styles from './AdviceRanking.module.css';

/** Which other answers would put another strategy first, and which are missing. */
export const AdviceChanges = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  const answerText = useAnswerText();
  const id = useId();
  const { changes, open } = advice;
  return (
    <div className={styles.changes}>
      {open.length > 0 && (
        <section aria-labelledby={`${id}-open`}>
          <Text as="h4" weight="bold" id={`${id}-open`}>
            {t('advice.open')}
          </Text>
          <ul className={styles.bullets}>
            {open.map(question => (
              <li key={question}>{questionText(question)}</li>
            ))}
          </ul>
        </section>
      )}
      {changes.length > 0 && (
        <section aria-labelledby={`${id}-changes`}>
          <Text as="h4" weight="bold" id={`${id}-changes`}>
            {t('advice.changes')}
          </Text>
          <ul className={styles.bullets}>
            {changes.map(({ question, answer, first }) => (
              <li key={`${question} ${first}`}>
                {t('advice.change', {
                  question: questionText(question),
                  answer:
                    answer === undefined
                      ? t('notAnswered')
                      : answerText(question, answer),
                  first: strategyOf(first).title,
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {open.length + changes.length === 0 && (
        <Text as="p" color="secondary">
          {t('advice.steady')}
        </Text>
      )}
    </div>
  );
};
