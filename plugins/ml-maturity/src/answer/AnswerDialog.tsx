import { useEffect, useState } from 'react';
import {
  AttestationBody,
  AttestationRecord,
  RubricCheck,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogFooter } from '@backstage/ui';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { CheckDialog } from '../dialog/CheckDialog';
import { DialogButtons } from '../dialog/DialogButtons';
import { useCheckChange } from '../dialog/useCheckChange';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { AnswerFields } from './AnswerFields';
import { AnswerForm, EMPTY_FORM, bodyOf, formOf } from './answerForm';
import { Conflict } from './Conflict';
import { isConflict, problemsOf } from './problems';

interface Props {
  check: RubricCheck;
  onClose: () => void;
}

/** Answers one check, or withdraws its answer. */
export const AnswerDialog = ({ check, onClose }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const { reload } = useMaturity();
  const { address, records, problems, setProblems, busy, change } =
    useCheckChange(check, onClose);
  const question = check.attestation!;
  const current = records.value?.attestations.find(record => record.current);
  const [form, setForm] = useState<AnswerForm>();
  const [other, setOther] = useState<{ record?: AttestationRecord }>();

  useEffect(() => {
    if (records.value) setForm(known => known ?? formOf(current));
  }, [records.value, current]);

  const showOther = async (error: unknown) => {
    if (!isConflict(error)) return false;
    const newest = await api.getCheckRecords(address).catch(() => undefined);
    setOther({ record: newest?.attestations.find(item => item.current) });
    return true;
  };

  const send = (sent: AnswerForm) => {
    const found = problemsOf(sent, question);
    setProblems(found);
    if (Object.keys(found).length) return;
    change(
      () =>
        api.putAttestation({
          ...address,
          attestation: bodyOf(sent, question) as AttestationBody,
        }),
      t('answer.saved', { title: check.title }),
      showOther,
    );
  };

  const withdraw = () =>
    change(
      () => api.deleteAttestation(address),
      t('answer.withdrawnToast', { title: check.title }),
    );

  return (
    <CheckDialog
      title={check.title}
      unreadTitle={t('answer.unread')}
      records={records}
      width={640}
      height={240}
      onClose={onClose}
      footer={
        <DialogFooter>
          <DialogButtons
            start={
              current && (
                <Button
                  variant="tertiary"
                  destructive
                  isDisabled={busy}
                  onPress={withdraw}
                >
                  {t('answer.withdraw')}
                </Button>
              )
            }
          >
            <Button variant="secondary" isDisabled={busy} onPress={onClose}>
              {t('cancel')}
            </Button>
            <Button
              isPending={busy}
              isDisabled={!form || other !== undefined}
              onPress={() => form && send(form)}
            >
              {t('answer.send')}
            </Button>
          </DialogButtons>
        </DialogFooter>
      }
    >
      {other && (
        <Conflict
          other={other.record}
          question={question}
          onKeep={() => {
            reload();
            onClose();
          }}
          onReplace={() => {
            const next = {
              ...(form ?? EMPTY_FORM),
              previousId: other.record?.id ?? null,
            };
            setOther(undefined);
            setForm(next);
            send(next);
          }}
        />
      )}
      {form && (
        <AnswerFields
          question={question}
          form={form}
          onChange={setForm}
          problems={problems}
          isDisabled={busy}
        />
      )}
    </CheckDialog>
  );
};
