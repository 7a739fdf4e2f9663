import { useState } from 'react';
import { CampaignDetail, Rubric } from '@airworthy/plugin-ml-maturity-common';
import { formatDate } from '@airworthy/plugin-ml-models-react';
import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { messageOf } from '../../../answer/problems';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { download } from '../../../assessment/download';
import { OwnerName } from '../../panel/OwnerName';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { useMayManage } from '../../useRights';
import { StateBadge } from '../StateBadge';
import { CampaignDialog } from '../form/CampaignDialog';
import { CloseDialog } from './CloseDialog';
import { PromoteDialog } from './PromoteDialog';
import { campaignReport } from './campaignReport';
import styles from '../campaigns.module.css';

interface Props {
  campaign: CampaignDetail;
  rubric?: Rubric;
  onChanged: () => void;
  onClosed: (campaign: CampaignDetail) => void;
}

/** What a campaign is, and what can be done with it. */
export const CampaignHeader = (props: Props) => {
  const { campaign, rubric, onChanged, onClosed } = props;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const toasts = useApi(toastApiRef);
  const { mayManage, reason } = useMayManage();
  const [dialog, setDialog] = useState<'edit' | 'close' | 'promote'>();
  const [busy, setBusy] = useState(false);
  const isClosed = campaign.state === 'closed';
  const close = () => setDialog(undefined);

  const trying = async (action: () => Promise<void>) => {
    setBusy(true);
    try {
      await action();
    } catch (error) {
      toasts.post({ title: messageOf(error), status: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  const remind = () =>
    trying(async () => {
      const { sent, skipped } = await api.remindCampaign(campaign.id);
      toasts.post({
        title: t('campaign.reminded', { count: sent }),
        ...(skipped
          ? {
              description: t('campaign.remindedSkipped', {
                skipped: String(skipped),
              }),
            }
          : {}),
        status: 'success',
        timeout: 5_000,
      });
    });
  const exportCsv = () =>
    trying(async () => {
      const text = await api.exportCsv({ list: 'campaign', id: campaign.id });
      download(text, 'campaign.csv', 'text/csv;charset=utf-8');
    });

  return (
    <header className={styles.header}>
      <div className={styles.about}>
        <div className={styles.heading}>
          <Text as="h2" variant="title-small" weight="bold">
            <bdi>{campaign.title}</bdi>
          </Text>
          <StateBadge state={campaign.state} />
        </div>
        {campaign.description && (
          <Text as="p" className={styles.text}>
            {campaign.description}
          </Text>
        )}
        <Text variant="body-small" color="secondary">
          <OwnerName entityRef={campaign.owner} /> ·{' '}
          {formatDate(campaign.startsAt)} – {formatDate(campaign.dueAt)}
          {campaign.closedAt && (
            <>
              {' · '}
              {t('campaigns.closedOn', { day: formatDate(campaign.closedAt) })}
            </>
          )}
        </Text>
      </div>
      <div className={styles.side}>
        <div className={styles.actions}>
          <MenuTrigger>
            <Button
              variant="secondary"
              iconStart={<RiDownloadLine aria-hidden />}
            >
              {t('export.start')}
            </Button>
            <Menu aria-label={t('export.label')}>
              <MenuItem onAction={exportCsv}>{t('campaign.csv')}</MenuItem>
              <MenuItem
                onAction={() =>
                  download(
                    campaignReport(campaign, rubric, new Date()),
                    'campaign.md',
                    'text/markdown;charset=utf-8',
                  )
                }
              >
                {t('campaign.report')}
              </MenuItem>
            </Menu>
          </MenuTrigger>
          {!isClosed && (
            <>
              <Button
                variant="secondary"
                isDisabled={!mayManage}
                onPress={() => setDialog('edit')}
              >
                {t('campaign.edit')}
              </Button>
              <Button
                variant="secondary"
                isDisabled={!mayManage || campaign.left.length === 0}
                isPending={busy}
                onPress={remind}
              >
                {t('campaign.remind')}
              </Button>
            </>
          )}
          <Button
            variant="secondary"
            isDisabled={!mayManage}
            onPress={() => setDialog('promote')}
          >
            {t('campaign.promote')}
          </Button>
          {!isClosed && (
            <Button isDisabled={!mayManage} onPress={() => setDialog('close')}>
              {t('campaign.close')}
            </Button>
          )}
        </div>
        {reason && (
          <Text variant="body-small" color="secondary">
            {reason}
          </Text>
        )}
      </div>
      {dialog === 'edit' && (
        <CampaignDialog
          campaign={campaign}
          onDone={() => {
            close();
            onChanged();
          }}
          onClose={close}
        />
      )}
      {dialog === 'close' && (
        <CloseDialog
          campaign={campaign}
          onClosed={detail => {
            close();
            onClosed(detail);
          }}
          onClose={close}
        />
      )}
      {dialog === 'promote' && (
        <PromoteDialog campaign={campaign} rubric={rubric} onClose={close} />
      )}
    </header>
  );
};
