import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { CampaignPromotion } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { formatDistance } from '../../../format/time';
import { OwnerName } from '../../panel/OwnerName';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import styles from '../campaigns.module.css';

/** The change of a rubric as text for app-config. */
export const PromotionText = ({
  promotion,
}: {
  promotion: CampaignPromotion;
}) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState<string>();
  return (
    <div className={styles.fields}>
      <div className={styles.heading}>
        <Text weight="bold">{t('campaign.yaml')}</Text>
        <Text variant="body-small" color="secondary">
          {formatDistance(promotion.proposedAt)},{' '}
          <OwnerName entityRef={promotion.proposedBy} />
        </Text>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiFileCopyLine aria-hidden />}
          onPress={() => {
            copy(promotion.yaml);
            setCopied(promotion.yaml);
          }}
        >
          {t(copied === promotion.yaml ? 'campaign.copied' : 'campaign.copy')}
        </Button>
      </div>
      <pre className={styles.yaml}>{promotion.yaml}</pre>
    </div>
  );
};
