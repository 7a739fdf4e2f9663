import { useState } from 'react';
import type { RolloutReview } from '@airworthy/plugin-ml-deployment-common';
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
  Text,
} from '@backstage/ui';
import { mlDeploymentApiRef } from '../../api/mlDeploymentApiRef';
import { isConflict, messageOf } from '../../shared/load/messageOf';
import { mlSharedTranslationRef } from '../../shared/translation';
import { mlRolloutTranslationRef } from '../translation';
import { Reasons } from '../verdict/Reasons';
import { VerdictMark } from '../verdict/VerdictMark';
import { DecideFields } from './DecideFields';
import { DecideForm, isComplete, startOf } from './decideForm';
import styles from './decide.module.css';

interface Props {
  review: RolloutReview;
  /** Reads the review again. */
  onReload: () => Promise<void>;
  onDone: () => void;
  onClose: () => void;
}

interface Trouble {
  kind: 'conflict' | 'reloaded' | 'failed';
  message?: string;
}

/** Records what was decided on the rollout. */
export const DecideDialog = (props: Props) => {
  const { review, onReload, onDone, onClose } = props;
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { t: shared } = useTranslationRef(mlSharedTranslationRef);
  const api = useApi(mlDeploymentApiRef);
  const toasts = useApi(toastApiRef);
  const { entityRef, revision, verdict } = review;
  const [form, setForm] = useState<DecideForm>(() => startOf(review));
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const kind = trouble?.kind;

  const send = async () => {
    setBusy(true);
    setTrouble(undefined);
    const { decision, rehearsal } = form;
    const comment = form.comment.trim();
    try {
      await api.decide({
        entityRef,
        revision,
        decision,
        ...(rehearsal ? { rehearsal } : {}),
        ...(comment ? { comment } : {}),
      });
      toasts.post({
        title: rehearsal
          ? t('decide.doneRehearsal')
          : t('decide.done', { decision: shared(`verdict.${decision}`) }),
        status: 'success',
        timeout: 5_000,
      });
      onDone();
      onClose();
    } catch (error) {
      setTrouble({
        kind: isConflict(error) ? 'conflict' : 'failed',
        message: messageOf(error),
      });
      setBusy(false);
    }
  };

  const reload = async () => {
    setBusy(true);
    await onReload();
    setBusy(false);
    setTrouble({ kind: 'reloaded' });
  };

  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={open => !open && onClose()}
      width={520}
    >
      <DialogHeader>
        {t(verdict ? 'decide.title' : 'decide.titleRehearsal')}
      </DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          <Text as="p" variant="body-small" color="secondary">
            {t(verdict ? 'decide.about' : 'decide.aboutRehearsal')}
          </Text>
          {verdict && (
            <div className={styles.verdict}>
              <Text variant="body-small" color="secondary">
                {t('decide.verdict')}
              </Text>
              <VerdictMark decision={verdict.decision} />
              <Reasons key={revision} reasons={verdict.reasons} />
            </div>
          )}
          <DecideFields
            review={review}
            form={form}
            onChange={change => setForm({ ...form, ...change })}
          />
          {kind === 'conflict' && (
            <Alert
              role="alert"
              status="warning"
              icon
              title={t('decide.conflict')}
              description={`${t('decide.conflictAbout')} ${
                trouble?.message ?? ''
              }`}
              customActions={
                <Button
                  size="small"
                  variant="secondary"
                  isPending={busy}
                  onPress={reload}
                >
                  {t('decide.reload')}
                </Button>
              }
            />
          )}
          {kind === 'reloaded' && (
            <Alert
              role="status"
              status="info"
              icon
              title={t('decide.reloaded')}
            />
          )}
          {kind === 'failed' && (
            <Alert role="alert" status="danger" icon title={trouble?.message} />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          variant="primary"
          isDisabled={!isComplete(form, review) || kind === 'conflict'}
          isPending={busy}
          onPress={send}
        >
          {t('decide.send')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
