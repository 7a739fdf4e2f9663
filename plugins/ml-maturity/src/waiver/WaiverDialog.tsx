import {
  MAX_WAIVER_DAYS,
  RubricCheck,
  WaiverDecisionInput,
  WaiverRequest,
  waiverState,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { CheckDialog } from '../dialog/CheckDialog';
import { useCheckChange } from '../dialog/useCheckChange';
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
  const { capabilities } = useMaturity();
  const { address, records, problems, busy, change } = useCheckChange(
    check,
    onClose,
  );
  const newest = records.value?.waivers[0];
  const state = newest && waiverState(newest, Date.now());
  const isOpen = state === 'requested' || state === 'active';

  const send = (waiver: WaiverRequest | WaiverDecisionInput) =>
    change(
      () => api.putWaiver({ ...address, waiver }),
      t(`waiver.done.${waiver.action}`, { title: check.title }),
      () => {
        // It may be refused because somebody else decided meanwhile.
        records.reload();
        return false;
      },
    );

  return (
    <CheckDialog
      title={t('waiver.of', { title: check.title })}
      unreadTitle={t('waiver.unread')}
      records={records}
      width={560}
      height={160}
      onClose={onClose}
    >
      {newest && state && <WaiverRecordView waiver={newest} state={state} />}
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
          maxDays={capabilities?.waiverDays ?? MAX_WAIVER_DAYS}
          isAllowed={capabilities?.requestWaiver ?? false}
          problems={problems}
          busy={busy}
          onRequest={send}
          onClose={onClose}
        />
      )}
    </CheckDialog>
  );
};
