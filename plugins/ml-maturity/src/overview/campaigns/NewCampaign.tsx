import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { useMayManage } from '../useRights';
import { CampaignDialog } from './form/CampaignDialog';
import styles from './campaigns.module.css';

/** Opens the form of a new campaign, or says why that is not possible. */
export const NewCampaign = ({ onOpen }: { onOpen: (id: string) => void }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { mayManage, reason } = useMayManage();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.new}>
      <Button
        iconStart={<RiAddLine aria-hidden />}
        isDisabled={!mayManage}
        aria-describedby={reason ? 'campaign-rights' : undefined}
        onPress={() => setOpen(true)}
      >
        {t('campaigns.new')}
      </Button>
      {reason && (
        <Text variant="body-small" color="secondary" id="campaign-rights">
          {reason}
        </Text>
      )}
      {open && (
        <CampaignDialog
          onDone={({ id }) => {
            setOpen(false);
            onOpen(id);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
};
