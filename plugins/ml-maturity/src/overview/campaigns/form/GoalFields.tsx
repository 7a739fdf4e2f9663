import { Rubric, isCounted } from '@airworthy/plugin-ml-maturity-common';
import { FilterSelect } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Select } from '@backstage/ui';
import { Problem } from '../../../dialog/Problem';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { CampaignForm } from './campaignForm';
import styles from '../campaigns.module.css';

interface Props {
  form: CampaignForm;
  onChange: (part: Partial<CampaignForm>) => void;
  rubric?: Rubric;
  problem?: string;
  isDisabled?: boolean;
}

/** What a campaign wants: certain checks or a level. */
export const GoalFields = (props: Props) => {
  const { form, onChange, rubric, problem, isDisabled } = props;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const now = new Date();
  return (
    <div className={styles.fields}>
      <RadioGroup
        label={t('form.goal')}
        orientation="horizontal"
        value={form.goal}
        onChange={goal => onChange({ goal: goal as CampaignForm['goal'] })}
        isDisabled={isDisabled}
      >
        <Radio value="checks">{t('form.goalChecks')}</Radio>
        <Radio value="level">{t('form.goalLevel')}</Radio>
      </RadioGroup>
      {form.goal === 'checks' ? (
        <FilterSelect
          label={t('form.checks')}
          placeholder={t('form.checksHint')}
          options={rubric?.checks.map(check => ({
            value: check.id,
            label: isCounted(check, now)
              ? check.title
              : `${check.title} (${t('rubric.draft')})`,
          }))}
          values={form.checks}
          onChange={checks => onChange({ checks })}
          isInvalid={problem !== undefined}
        />
      ) : (
        <Select
          label={t('form.level')}
          options={(rubric?.levels ?? [])
            .filter(({ level }) => level > 0)
            .map(({ level, title }) => ({
              value: String(level),
              label: t('summary.levelTitled', { level: String(level), title }),
            }))}
          value={form.level === undefined ? null : String(form.level)}
          onChange={key =>
            onChange({ level: key === null ? undefined : Number(key) })
          }
          isInvalid={problem !== undefined}
        />
      )}
      <Problem text={problem} />
    </div>
  );
};
