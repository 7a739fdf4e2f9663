import {
  AdviceAnswers,
  AdviceQuestion,
} from '@airworthy/plugin-ml-deployment-common';
import { formatNumber } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CHOICES, ChoiceQuestion, isChoice } from './questions';
import { mlAdvisorTranslationRef } from './translation';

type ChoiceKey = {
  [Q in ChoiceQuestion]: `answer.${Q}.${(typeof CHOICES)[Q][number]}`;
}[ChoiceQuestion];

/** Gives the words for an answer. */
export function useAnswerText() {
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  return (
    question: AdviceQuestion,
    answer: NonNullable<AdviceAnswers[AdviceQuestion]>,
  ): string => {
    if (typeof answer === 'boolean') return answer ? t('yes') : t('no');
    if (Array.isArray(answer)) {
      return answer.length
        ? answer.map(ability => t(`answer.platform.${ability}`)).join(', ')
        : t('nothing');
    }
    if (typeof answer === 'number') {
      return t('advice.example', { requests: formatNumber(answer) });
    }
    return isChoice(question)
      ? t(`answer.${question}.${answer}` as ChoiceKey)
      : answer;
  };
}
