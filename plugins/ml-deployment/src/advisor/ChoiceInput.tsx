import {
  AdviceAnswers,
  AdviceQuestion,
} from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { CHOICES, isChoice, questionText } from './questions';
import { mlAdvisorTranslationRef } from './translation';
import { useAnswerText } from './useAnswerText';

type Choice = string | boolean;

interface Props {
  question: Exclude<AdviceQuestion, 'platform' | 'requestsPerDay'>;
  value: Choice | undefined;
  onChange: (answer: AdviceAnswers[AdviceQuestion]) => void;
  isDisabled?: boolean;
}

const NOT_ANSWERED = 'not-answered';

/** A question that is answered with one of a few words. */
export const ChoiceInput = (props: Props) => {
  const { question, value, onChange, isDisabled } = props;
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  const answerText = useAnswerText();
  const choices: readonly Choice[] = isChoice(question)
    ? CHOICES[question]
    : [true, false];
  const textOf = (choice: Choice) =>
    answerText(question, choice as NonNullable<AdviceAnswers[AdviceQuestion]>);

  return (
    <Select
      label={questionText(question)}
      options={[
        { value: NOT_ANSWERED, label: t('notAnswered') },
        ...choices.map(choice => ({
          value: String(choice),
          label: textOf(choice),
        })),
      ]}
      value={value === undefined ? NOT_ANSWERED : String(value)}
      isDisabled={isDisabled}
      onChange={key =>
        onChange(
          choices.find(
            choice => String(choice) === key,
          ) as AdviceAnswers[AdviceQuestion],
        )
      }
    />
  );
};
