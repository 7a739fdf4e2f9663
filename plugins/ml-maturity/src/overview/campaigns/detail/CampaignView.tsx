import { useLoad } from '@airworthy/plugin-ml-models-react';
import { useState } from 'react';
import { CampaignDetail, Rubric } from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Button, Skeleton } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { LoadFailure } from '../../../tab/LoadFailure';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { useRubrics } from '../../useRubrics';
import { BurnUp } from './BurnUp';
import { CampaignHeader } from './CampaignHeader';
import { CampaignFigures } from './CampaignFigures';
import { LeftList } from './LeftList';
import { TeamTable } from './TeamTable';
import styles from '../campaigns.module.css';

interface Props {
  id: string;
  onBack: () => void;
}

/** A campaign with all there is to know and to do. */
export const CampaignView = ({ id, onBack }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const loaded = useLoad(id, signal => api.getCampaign(id, { signal }));
  // What closing answers is shown without reading it again.
  const [closed, setClosed] = useState<CampaignDetail>();
  const campaign = closed ?? loaded.value;
  const rubrics = useRubrics(campaign?.rubricId);

  const content = (detail: CampaignDetail, rubric: Rubric | undefined) => (
    <>
      <CampaignHeader
        campaign={detail}
        rubric={rubric}
        onChanged={loaded.reload}
        onClosed={setClosed}
      />
      <CampaignFigures campaign={detail} rubric={rubric} />
      <div className={styles.pair}>
        <EntityInfoCard title={t('campaign.burnUp')}>
          <BurnUp campaign={detail} />
        </EntityInfoCard>
        <EntityInfoCard title={t('campaign.teams')}>
          <TeamTable teams={detail.teams} />
        </EntityInfoCard>
      </div>
      <EntityInfoCard title={t('campaign.left')}>
        <LeftList campaign={detail} />
      </EntityInfoCard>
    </>
  );

  return (
    <div className={styles.page}>
      <div>
        <Button
          variant="tertiary"
          size="small"
          iconStart={<RiArrowLeftLine aria-hidden />}
          onPress={onBack}
        >
          {t('campaign.back')}
        </Button>
      </div>
      {loaded.error && (
        <LoadFailure
          title={t('unread', { what: t('campaigns.title') })}
          error={loaded.error}
          onRetry={loaded.reload}
        />
      )}
      {!campaign && loaded.loading && (
        <>
          <Skeleton height={72} />
          <Skeleton height={320} />
        </>
      )}
      {campaign && content(campaign, rubrics.rubric)}
    </div>
  );
};
