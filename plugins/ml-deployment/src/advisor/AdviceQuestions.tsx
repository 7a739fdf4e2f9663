import { useId } from 'react';
import {
  AdviceAnswers,
  AdviceQuestion,
} from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ChoiceInput } from './ChoiceInput';
import { PlatformInput } from './PlatformInput';
import { RequestsInput } from './RequestsInput';
import { QUESTION_GROUPS } from './questions';
import { mlAdvisorTranslationRef } from './translation';
import styles from './AdviceQuestions.module.css';

export interface AdviceQuestionsProps {
  value: AdviceAnswers;
  onChange: (value: AdviceAnswers) => void;
  isDisabled?: boolean;
}

/** A question that is not answered is left out, so that two equal sets of answers look alike. */
function withAnswer(
  answers: AdviceAnswers,
  question: AdviceQuestion,
  answer: AdviceAnswers[AdviceQuestion],
): AdviceAnswers {
  const { [question]: _, ...others } = answers;
  return answer === undefined ? others : { ...others, [question]: answer };
}

/** The questions of the advice, each of which may stay without an answer. */
export const AdviceQuestions = (props: AdviceQuestionsProps) => {
  const { value, onChange, isDisabled } = props;
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  const id = useId();

  const inputFor = (question: AdviceQuestion) => {
    const shared = {
      isDisabled,
      onChange: (answer: AdviceAnswers[AdviceQuestion]) =>
        onChange(withAnswer(value, question, answer)),
    };
    if (question === 'platform') {
      return (
        <PlatformInput key={question} value={value.platform} {...shared} />
      );
    }
    if (question === 'requestsPerDay') {
      return (
        <RequestsInput
          key={question}
          value={value.requestsPerDay}
          {...shared}
        />
      );
    }
    return (
      <ChoiceInput
        key={question}
        question={question}
        value={value[question]}
        {...shared}
      />
    );
  };

  return (
    <div className={styles.root}>
      {QUESTION_GROUPS.map(group => (
        <section
          key={group.id}
          className={styles.group}
          aria-labelledby={`${id}-${group.id}`}
        >
          <Text
            as="h4"
            variant="body-medium"
            weight="bold"
            id={`${id}-${group.id}`}
          >
            {t(`group.${group.id}`)}
          </Text>
          <div className={styles.grid}>{group.questions.map(inputFor)}</div>
        </section>
      ))}
    </div>
  );
};
