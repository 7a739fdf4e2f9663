import { useState } from 'react';
import { Campaign } from '@airworthy/plugin-ml-maturity-common';
import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { problemsOfError } from '../../../answer/problems';
import { DateInput } from '../../../answer/fields/DateInput';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { LoadFailure } from '../../../tab/LoadFailure';
import { mlMaturityTranslationRef } from '../../../translation';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { useRubrics } from '../../useRubrics';
import { Problem } from '../../../dialog/Problem';
import { GoalFields } from './GoalFields';
import { ScopeFields } from './ScopeFields';
import {
  CampaignField,
  CampaignForm,
  emptyForm,
  formOf,
  inputOf,
  patchOf,
  problemsOf,
} from './campaignForm';
import { useFormOptions, useGroups } from './useFormOptions';
import styles from '../campaigns.module.css';

interface Props {
  /** The campaign that is changed; a new one without it. */
  campaign?: Campaign;
  onDone: (campaign: Campaign) => void;
  onClose: () => void;
}

/** Creates a campaign, or changes one; its goal stays what it was. */
export const CampaignDialog = ({ campaign, onDone, onClose }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { t: tCommon } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const toasts = useApi(toastApiRef);
  const [form, setForm] = useState<CampaignForm>(() =>
    campaign ? formOf(campaign) : emptyForm(new Date()),
  );
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const rubrics = useRubrics(form.rubric);
  const options = useFormOptions(form.rubric);
  const groups = useGroups();
  const change = (part: Partial<CampaignForm>) =>
    setForm(before => ({ ...before, ...part }));
  const problem = (field: CampaignField) => problems[field];

  const submit = async () => {
    const found = problemsOf(form);
    const texts = Object.fromEntries(
      Object.entries(found).map(([field, key]) => [
        field,
        t(`form.${key}`, { max: field === 'title' ? '200' : '10,000' }),
      ]),
    );
    setProblems(texts);
    if (Object.keys(texts).length) return;
    setBusy(true);
    try {
      const saved = campaign
        ? await api.updateCampaign(campaign.id, patchOf(form, campaign))
        : await api.createCampaign(inputOf(form));
      toasts.post({
        title: t(campaign ? 'form.changed' : 'form.created', {
          title: saved.title,
        }),
        status: 'success',
        timeout: 5_000,
      });
      onDone(saved);
    } catch (error) {
      setProblems(problemsOfError(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      // A click beside the dialog must not lose what was written.
      isDismissable={false}
      onOpenChange={open => !open && onClose()}
      width={720}
    >
      <DialogHeader>{t(campaign ? 'form.edit' : 'form.create')}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          {problem('form') && (
            <Alert role="alert" status="danger" icon title={problem('form')} />
          )}
          <TextField
            label={t('form.name')}
            value={form.title}
            onChange={title => change({ title })}
            isRequired
            isInvalid={problem('title') !== undefined}
          />
          <Problem text={problem('title')} />
          <TextAreaField
            label={t('form.description')}
            value={form.description}
            onChange={description => change({ description })}
            rows={2}
          />
          <Problem text={problem('description')} />
          {!campaign && (
            <>
              {rubrics.items.length > 1 && (
                <Select
                  label={t('form.rubric')}
                  options={rubrics.items.map(({ rubric: { metadata } }) => ({
                    value: metadata.id,
                    label: metadata.title,
                  }))}
                  value={rubrics.rubric?.metadata.id ?? null}
                  onChange={key =>
                    // Checks and levels are those of the rubric.
                    change({
                      rubric: String(key),
                      checks: [],
                      level: undefined,
                    })
                  }
                />
              )}
              <GoalFields
                form={form}
                onChange={change}
                rubric={rubrics.rubric}
                problem={problem('goal')}
              />
            </>
          )}
          {rubrics.error && (
            <LoadFailure
              title={t('unread', { what: t('tabs.rubric') })}
              error={rubrics.error}
              onRetry={rubrics.reload}
            />
          )}
          <ScopeFields
            scope={form.scope}
            onChange={scope => change({ scope })}
            options={options.value}
            rubric={rubrics.rubric}
          />
          <Problem text={problem('scope')} />
          {options.error && (
            <LoadFailure
              title={t('filter.failed')}
              error={options.error}
              onRetry={options.reload}
            />
          )}
          <div className={styles.scope}>
            <Select
              label={t('form.owner')}
              placeholder={t('form.ownerHint')}
              options={groups.value ?? []}
              search={{ placeholder: t('form.ownerHint') }}
              value={form.owner ?? null}
              onChange={key =>
                change({ owner: key === null ? undefined : String(key) })
              }
              isRequired
              isInvalid={problem('owner') !== undefined}
            />
            <DateInput
              label={t('form.starts')}
              value={form.starts}
              onChange={starts => change({ starts })}
              isInvalid={problem('startsAt') !== undefined}
              isRequired
            />
            <DateInput
              label={t('form.due')}
              value={form.due}
              onChange={due => change({ due })}
              isInvalid={problem('dueAt') !== undefined}
              isRequired
            />
          </div>
          <Problem label={t('form.owner')} text={problem('owner')} />
          <Problem label={t('form.starts')} text={problem('startsAt')} />
          <Problem label={t('form.due')} text={problem('dueAt')} />
          {groups.error && (
            <LoadFailure
              title={t('form.owners')}
              error={groups.error}
              onRetry={groups.reload}
            />
          )}
          <TextField
            label={t('form.remind')}
            description={t('form.remindAbout')}
            value={form.remind}
            onChange={remind => change({ remind })}
            inputMode="numeric"
            isInvalid={problem('remindEveryDays') !== undefined}
            className={styles.short}
          />
          <Problem text={problem('remindEveryDays')} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" isDisabled={busy} onPress={onClose}>
          {tCommon('cancel')}
        </Button>
        <Button isPending={busy} onPress={submit}>
          {t(campaign ? 'form.save' : 'form.submit')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
