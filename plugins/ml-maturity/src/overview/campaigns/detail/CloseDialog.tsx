import { useState } from 'react';
import { Campaign, CampaignDetail } from '@airworthy/plugin-ml-maturity-common';
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
import { messageOf } from '../../../answer/problems';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { mlMaturityTranslationRef } from '../../../translation';
import { mlMaturityOverviewTranslationRef } from '../../translation';

interface Props {
  campaign: Campaign;
  onClosed: (detail: CampaignDetail) => void;
  onClose: () => void;
}

/** Asks before a campaign is closed for good. */
export const CloseDialog = ({ campaign, onClosed, onClose }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { t: tCommon } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const toasts = useApi(toastApiRef);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const close = async () => {
    setBusy(true);
    try {
      const detail = await api.closeCampaign(campaign.id);
      toasts.post({
        title: t('campaign.closed', { title: campaign.title }),
        status: 'success',
        timeout: 5_000,
      });
      onClosed(detail);
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={open => !open && onClose()}
      width={480}
    >
      <DialogHeader>
        {t('campaign.closeTitle', { title: campaign.title })}
      </DialogHeader>
      <DialogBody>
        <Text as="p">{t('campaign.closeAbout')}</Text>
        {problem && <Alert role="alert" status="danger" icon title={problem} />}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" isDisabled={busy} onPress={onClose}>
          {tCommon('cancel')}
        </Button>
        <Button destructive isPending={busy} onPress={close}>
          {t('campaign.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
