import {
  RolloutReview,
  VERDICT_DECISIONS,
  VerdictDecision,
} from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import { mlSharedTranslationRef } from '../../shared/translation';
import { mlRolloutTranslationRef } from '../translation';
import { DecideForm, differs } from './decideForm';
import styles from './decide.module.css';

interface Props {
  review: RolloutReview;
  form: DecideForm;
  onChange: (change: Partial<DecideForm>) => void;
}

/** Decision, rehearsal and comment. */
export const DecideFields = ({ review, form, onChange }: Props) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { t: shared } = useTranslationRef(mlSharedTranslationRef);
  const verdict = review.verdict?.decision;
  const isAgainst = differs(form, verdict);
  return (
    <>
      {verdict && (
        <RadioGroup
          label={t('decide.choice')}
          value={form.decision}
          onChange={value =>
            onChange({
              decision: value as VerdictDecision,
              rehearsal: value === 'roll-back' && form.rehearsal,
            })
          }
          description={
            review.may.override ? undefined : t('decide.mayNotOverride')
          }
        >
          {VERDICT_DECISIONS.map(decision => (
            <Radio
              key={decision}
              value={decision}
              isDisabled={
                !review.may.override &&
                decision !== verdict &&
                // Whoever may decide may rehearse the way back.
                decision !== 'roll-back'
              }
            >
              {shared(`verdict.${decision}`)},{' '}
              {t(decision === verdict ? 'decide.agrees' : 'decide.differs')}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {verdict && form.decision === 'roll-back' && (
        <Checkbox
          isSelected={form.rehearsal}
          onChange={rehearsal => onChange({ rehearsal })}
        >
          {t('decide.rehearsal')}
        </Checkbox>
      )}
      <TextAreaField
        className={styles.comment}
        label={t('decide.comment')}
        description={
          isAgainst && verdict
            ? t('decide.commentNeeded', {
                verdict: shared(`verdict.${verdict}`),
              })
            : t('decide.commentDetail')
        }
        value={form.comment}
        onChange={comment => onChange({ comment })}
        maxLength={2_000}
        isRequired={isAgainst}
      />
    </>
  );
};
