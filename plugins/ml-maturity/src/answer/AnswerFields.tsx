import { AttestationQuestion } from '@airworthy/plugin-ml-maturity-common';
import { formatDuration } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, TextAreaField, TextField } from '@backstage/ui';
import { mlMaturityTranslationRef } from '../translation';
import { SafeMarkdown } from '../tab/SafeMarkdown';
import { Problem } from '../dialog/Problem';
import { AnswerForm } from './answerForm';
import { AnswerProblems } from './problems';
import { FieldInput } from './fields/FieldInput';
import { DateInput } from './fields/DateInput';
import styles from './answer.module.css';

interface Props {
  question: AttestationQuestion;
  form: AnswerForm;
  onChange: (form: AnswerForm) => void;
  problems: AnswerProblems;
  isDisabled?: boolean;
}

/** The question of a check with all that an answer holds. */
export const AnswerFields = (props: Props) => {
  const { question, form, onChange, problems, isDisabled } = props;
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const set = (part: Partial<AnswerForm>) => onChange({ ...form, ...part });
  const setField = (
    id: string,
    value: AnswerForm['fields'][string] | undefined,
  ) => {
    const { [id]: _, ...others } = form.fields;
    set({ fields: value === undefined ? others : { ...others, [id]: value } });
  };
  const isRequired = question.evidence === 'required' && form.answer !== 'no';
  return (
    <div className={styles.form}>
      <div className={styles.question}>
        <SafeMarkdown content={question.question} />
      </div>
      <div>
        <RadioGroup
          label={t('answer.label')}
          orientation="horizontal"
          isRequired
          isDisabled={isDisabled}
          isInvalid={problems.answer !== undefined}
          value={form.answer ?? null}
          onChange={answer => set({ answer: answer === 'yes' ? 'yes' : 'no' })}
        >
          <Radio value="yes">{t('answer.yes')}</Radio>
          <Radio value="no">{t('answer.no')}</Radio>
        </RadioGroup>
        <Problem text={problems.answer} />
      </div>
      {question.fields?.map(field => (
        <div key={field.id}>
          <FieldInput
            field={field}
            value={form.fields[field.id]}
            onChange={value => setField(field.id, value)}
            problem={problems[`fields.${field.id}`]}
            isDisabled={isDisabled}
          />
          <Problem text={problems[`fields.${field.id}`]} />
        </div>
      ))}
      <Problem text={problems.fields} />
      <fieldset className={styles.evidence}>
        <legend className={styles.legend}>
          {isRequired ? t('answer.evidenceRequired') : t('answer.evidence')}
        </legend>
        <TextField
          label={t('answer.evidenceUrl')}
          placeholder="https://"
          type="url"
          isDisabled={isDisabled}
          isInvalid={problems['evidence.url'] !== undefined}
          value={form.evidenceUrl}
          onChange={evidenceUrl => set({ evidenceUrl })}
        />
        <Problem text={problems['evidence.url']} />
        <TextAreaField
          label={t('answer.evidenceText')}
          rows={2}
          isDisabled={isDisabled}
          isInvalid={problems['evidence.text'] !== undefined}
          value={form.evidenceText}
          onChange={evidenceText => set({ evidenceText })}
        />
        <Problem text={problems['evidence.text'] ?? problems.evidence} />
      </fieldset>
      <div>
        <TextAreaField
          label={t('answer.comment')}
          rows={2}
          isDisabled={isDisabled}
          value={form.comment}
          onChange={comment => set({ comment })}
        />
        <Problem text={problems.comment} />
      </div>
      <div>
        <DateInput
          label={t('answer.expiresOn')}
          description={t('answer.expiresAfter', {
            duration: formatDuration(question.expiresAfter),
          })}
          isDisabled={isDisabled}
          isInvalid={problems.expiresAt !== undefined}
          value={form.expiresOn || undefined}
          onChange={day => set({ expiresOn: day ?? '' })}
        />
        <Problem text={problems.expiresAt} />
      </div>
      <Problem text={problems.form} />
    </div>
  );
};
