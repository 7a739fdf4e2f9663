import { useState } from 'react';
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
  Text,
  TextAreaField,
} from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { LocalTime, formatLocalTime } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringApiRef } from '../../api/mlMonitoringApiRef';
import { messageOf } from '../../shared/load/messageOf';
import { mlMonitoringTranslationRef } from '../../translation';
import { useMonitoring } from '../monitoringContext';
import styles from './mute.module.css';

interface Props {
  checkId: string;
  onClose: () => void;
}

const HOUR_MS = 3_600_000;
const SPANS = [1, 4, 24, 72, 168, 336] as const;

/** Leaves a check out of the status for some time, or ends that. */
export const MuteDialog = ({ checkId, onClose }: Props) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const api = useApi(mlMonitoringApiRef);
  const toasts = useApi(toastApiRef);
  const { entityRef, status, reloadStatus } = useMonitoring();
  const check = status?.checks.find(({ id }) => id === checkId);
  const mute = status?.mutes.find(
    item => item.checkId === checkId && Date.parse(item.until) > Date.now(),
  );
  const [hours, setHours] = useState<number>(24);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const title = check?.title ?? checkId;

  const send = async (action: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await action();
      toasts.post({ title: done, status: 'success', timeout: 5_000 });
      reloadStatus();
      onClose();
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };

  const start = () => {
    const until = new Date(Date.now() + hours * HOUR_MS).toISOString();
    return send(
      () => api.putMute({ entityRef, checkId, until, reason: reason.trim() }),
      t('mute.done', { title, until: formatLocalTime(until) }),
    );
  };

  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={open => !open && onClose()}
      width={480}
    >
      <DialogHeader>{t('mute.title', { title })}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          {mute && (
            <Text as="p">
              {t('mute.by')}{' '}
              <EntityRefLink entityRef={mute.by} defaultKind="user" hideIcon />{' '}
              {t('check.mutedUntil')} <LocalTime value={mute.until} />:{' '}
              {mute.reason}
            </Text>
          )}
          <Text as="p" variant="body-small" color="secondary">
            {t('mute.detail')}
          </Text>
          <Select
            label={t('mute.span')}
            options={SPANS.map(span => ({
              value: String(span),
              label:
                span < 24
                  ? t('mute.hours', { count: span })
                  : t('mute.days', { count: span / 24 }),
            }))}
            value={String(hours)}
            onChange={key => setHours(Number(key))}
          />
          <TextAreaField
            label={t('mute.reason')}
            description={t('mute.reasonDetail')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            isRequired
          />
          {problem && (
            <Alert role="alert" status="danger" icon title={problem} />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        {mute && (
          <Button
            variant="secondary"
            isDisabled={busy}
            onPress={() =>
              send(
                () => api.deleteMute({ entityRef, checkId }),
                t('mute.ended', { title }),
              )
            }
          >
            {t('mute.end')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          variant="primary"
          isDisabled={!reason.trim()}
          isPending={busy}
          onPress={start}
        >
          {t('mute.apply')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
