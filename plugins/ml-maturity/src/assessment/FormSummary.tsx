import { AttestationQuestion } from '@airworthy/plugin-ml-maturity-common';
import { FactList } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AnswerForm } from '../answer/answerForm';
import { formatValue } from '../answer/formatValue';
import { mlMaturityTranslationRef } from '../translation';

interface Props {
  form: AnswerForm;
  question: AttestationQuestion;
}

/** What an answer says, short. */
export const FormSummary = ({ form, question }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const facts = [
    {
      label: t('answer.label'),
      value: form.answer && t(`answer.${form.answer}`),
    },
    ...(question.fields ?? [])
      .filter(({ id }) => form.fields[id] !== undefined)
      .map(field => ({
        label: field.title,
        value: formatValue(form.fields[field.id], field),
        wide: field.type === 'text' || field.type === 'choice',
      })),
    {
      label: t('answer.evidence'),
      value: [form.evidenceUrl, form.evidenceText].filter(Boolean).join(' '),
      wide: true,
    },
    { label: t('answer.comment'), value: form.comment, wide: true },
  ].filter(({ value }, i) => i === 0 || value);
  return <FactList facts={facts} />;
};
