import { useState } from 'react';
import {
  MAX_WAIVER_DAYS,
  RubricCheck,
  WaiverDecisionInput,
  WaiverRequest,
  waiverState,
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
  DialogHeader,
  Flex,
  Skeleton,
} from '@backstage/ui';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { AnswerProblems, messageOf, problemsOfError } from '../answer/problems';
import answerStyles from '../answer/answer.module.css';
import { useLoad } from '../hooks/useLoad';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { DecideWaiver } from './DecideWaiver';
import { RequestWaiver } from './RequestWaiver';
import { WaiverRecordView } from './WaiverRecordView';

interface Props {
  check: RubricCheck;
  onClose: () => void;
}

/** Asks for a waiver of a check, or decides on one. */
export const WaiverDialog = ({ check, onClose }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const toasts = useApi(toastApiRef);
  const { entityRef, rubric, capabilities, reload } = useMaturity();
  const address = { entityRef, checkId: check.id, rubric: rubric.metadata.id };
  const records = useLoad(check.id, signal =>
    api.getCheckRecords(address, { signal }),
  );
  const [problems, setProblems] = useState<AnswerProblems>({});
  const [busy, setBusy] = useState(false);
  const newest = records.value?.waivers[0];
  const state = newest && waiverState(newest, Date.now());
  const isOpen = state === 'requested' || state === 'active';

  const send = async (waiver: WaiverRequest | WaiverDecisionInput) => {
    setBusy(true);
    setProblems({});
    try {
      await api.putWaiver({ ...address, waiver });
      toasts.post({
        title: t(`waiver.done.${waiver.action}`, { title: check.title }),
        status: 'success',
        timeout: 5_000,
      });
      reload();
      onClose();
    } catch (error) {
      setProblems(problemsOfError(error));
      records.reload();
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={open => !open && onClose()}
      width={560}
      className={answerStyles.dialog}
    >
      <DialogHeader>{t('waiver.of', { title: check.title })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {records.error && (
            <Alert
              status="danger"
              icon
              title={t('waiver.unread')}
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
          {!records.value && records.loading && <Skeleton height={160} />}
          {newest && state && (
            <WaiverRecordView waiver={newest} state={state} />
          )}
          {records.value && isOpen && newest && (
            <DecideWaiver
              waiver={newest}
              state={state}
              isAllowed={capabilities?.waive ?? false}
              problems={problems}
              busy={busy}
              onDecide={send}
              onClose={onClose}
            />
          )}
          {records.value && !isOpen && (
            <RequestWaiver
              maxDays={MAX_WAIVER_DAYS}
              isAllowed={capabilities?.requestWaiver ?? false}
              problems={problems}
              busy={busy}
              onRequest={send}
              onClose={onClose}
            />
          )}
        </Flex>
      </DialogBody>
    </Dialog>
  );
};
