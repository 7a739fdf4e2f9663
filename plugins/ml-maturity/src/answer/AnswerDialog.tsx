import { useEffect, useState } from 'react';
import {
  AttestationBody,
  AttestationRecord,
  RubricCheck,
} from '@airworthy/plugin-ml-maturity-common';
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
  Flex,
  Skeleton,
} from '@backstage/ui';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { useLoad } from '../hooks/useLoad';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { AnswerFields } from './AnswerFields';
import { AnswerForm, EMPTY_FORM, bodyOf, formOf } from './answerForm';
import { Conflict } from './Conflict';
import {
  AnswerProblems,
  isConflict,
  messageOf,
  problemsOf,
  problemsOfError,
} from './problems';
import styles from './answer.module.css';

interface Props {
  check: RubricCheck;
  onClose: () => void;
}

/** Answers one check, or withdraws its answer. */
export const AnswerDialog = ({ check, onClose }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const toasts = useApi(toastApiRef);
  const { entityRef, rubric, reload } = useMaturity();
  const address = { entityRef, checkId: check.id, rubric: rubric.metadata.id };
  const question = check.attestation!;
  const records = useLoad(check.id, signal =>
    api.getCheckRecords(address, { signal }),
  );
  const current = records.value?.attestations.find(record => record.current);
  const [form, setForm] = useState<AnswerForm>();
  const [problems, setProblems] = useState<AnswerProblems>({});
  const [other, setOther] = useState<{ record?: AttestationRecord }>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (records.value) setForm(known => known ?? formOf(current));
  }, [records.value, current]);

  const finish = (title: string) => {
    toasts.post({ title, status: 'success', timeout: 5_000 });
    reload();
    onClose();
  };

  const send = async (sent: AnswerForm) => {
    const found = problemsOf(sent, question);
    setProblems(found);
    if (Object.keys(found).length) return;
    setBusy(true);
    try {
      await api.putAttestation({
        ...address,
        attestation: bodyOf(sent, question) as AttestationBody,
      });
      finish(t('answer.saved', { title: check.title }));
    } catch (error) {
      if (isConflict(error)) {
        const newest = await api
          .getCheckRecords(address)
          .catch(() => undefined);
        setOther({ record: newest?.attestations.find(item => item.current) });
      } else {
        setProblems(problemsOfError(error));
      }
    } finally {
      setBusy(false);
    }
  };

  const withdraw = async () => {
    setBusy(true);
    try {
      await api.deleteAttestation(address);
      finish(t('answer.withdrawnToast', { title: check.title }));
    } catch (error) {
      setProblems({ form: messageOf(error) });
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
      width={640}
      className={styles.dialog}
    >
      <DialogHeader>{check.title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {records.error && (
            <Alert
              status="danger"
              icon
              title={t('answer.unread')}
              description={messageOf(records.error)}
              customActions={
                <Button
                  size="small"
                  variant="secondary"
                  onPress={records.reload}
                >
                  {t('retry')}
                </Button>
              }
            />
          )}
          {records.loading && !form && <Skeleton height={240} />}
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
        </Flex>
      </DialogBody>
      <DialogFooter>
        <div className={styles.footer}>
          {current && (
            <Button
              variant="tertiary"
              destructive
              isDisabled={busy}
              onPress={withdraw}
            >
              {t('answer.withdraw')}
            </Button>
          )}
          <span className={styles.spacer} />
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
        </div>
      </DialogFooter>
    </Dialog>
  );
};
